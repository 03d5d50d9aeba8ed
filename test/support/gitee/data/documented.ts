import { drawLogo, writeDocument } from '../document.ts';
import type { DocumentData, ProjectData } from '../project-data.ts';

interface Documented extends Omit<ProjectData, 'files'> {
  readonly zh: DocumentData;
  /** The English version and the file that holds it. */
  readonly en?: DocumentData;
  readonly enFile?: string;
  /** More files. */
  readonly more?: Readonly<Record<string, string>>;
}

/** A project whose README is written from its own words, in Chinese and perhaps in English. */
export function documented({ zh, en, enFile = 'README.en.md', more, ...data }: Documented): ProjectData {
  const up = '../'.repeat(enFile.split('/').length - 1);
  const zhDocument: DocumentData = en ? { ...zh, other: ['English', enFile] } : zh;
  return {
    ...data,
    files: () => ({
      'README.md': writeDocument('zh', zhDocument, data.license),
      ...(en && { [enFile]: writeDocument('en', { ...en, other: ['简体中文', `${up}README.md`] }, data.license) }),
      ...(zh.image && { [zh.image]: drawLogo(zh.title) }),
      ...more,
    }),
  };
}

/** A package.json as such projects have it. */
export function packageJson(name: string, version: string, license: string): string {
  return `${JSON.stringify({ name, version, license, repository: { type: 'git', url: `https://gitee.com/${name}.git` } }, null, 2)}\n`;
}

/** A pom.xml as such projects have it. */
export function pomXml(group: string, artifact: string, version: string, license: string): string {
  const head = `<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <modelVersion>4.0.0</modelVersion>`;
  const coordinates = `  <groupId>${group}</groupId>\n  <artifactId>${artifact}</artifactId>\n  <version>${version}</version>`;
  const rights = `  <licenses>\n    <license><name>${license}</name></license>\n  </licenses>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${coordinates}\n${rights}\n</project>\n`;
}
