import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseDocument } from 'htmlparser2';
import type { RegistryAnswer } from './answer.ts';
import { askClient } from './client.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** What a POM says of itself, or inherits. */
interface Pom {
  readonly license?: string | undefined;
  readonly repository?: string | undefined;
  /** `group:artifact:version` */
  readonly parent?: string | undefined;
}

const longestChain = 4;

/** Asks for the newest release's POM, and for its parents' as long as a license or a repository is missing. */
export async function askMaven(name: string): Promise<RegistryAnswer> {
  const [group = '', artifact = ''] = name.split('/');
  return fetchPom(`${group}:${artifact}:RELEASE`, async () => {
    const version = await newestRelease(group, artifact);
    const { license, repository } = await inherited(`${group}:${artifact}:${version}`);
    return { kind: 'found', version, license, repository };
  });
}

function fetchPom(coordinates: string, read: () => Promise<RegistryAnswer>): Promise<RegistryAnswer> {
  const options = ['-q', '-B', 'dependency:get', `-Dartifact=${coordinates}:pom`, '-Dtransitive=false'];
  return askClient('mvn', options, /Could not find artifact|was not found in|Failed to resolve version/, read);
}

const repositoryFolder = path.join(os.homedir(), '.m2/repository');

async function newestRelease(group: string, artifact: string): Promise<string> {
  const file = path.join(repositoryFolder, ...group.split('.'), artifact, 'maven-metadata-central.xml');
  const text = await readFile(file, 'utf8');
  return /<release>([^<]+)<\/release>/.exec(text)?.[1] ?? /<latest>([^<]+)<\/latest>/.exec(text)?.[1] ?? '';
}

async function inherited(coordinates: string, left = longestChain): Promise<Pom> {
  const [group = '', artifact = '', version = ''] = coordinates.split(':');
  const file = path.join(repositoryFolder, ...group.split('.'), artifact, version, `${artifact}-${version}.pom`);
  const own = readPom(await readFile(file, 'utf8'));
  const { parent } = own;
  if (parent === undefined || left === 0 || (own.license !== undefined && own.repository !== undefined)) return own;
  let above: Pom = {};
  await fetchPom(parent, async () => {
    above = await inherited(parent, left - 1);
    return { kind: 'found' };
  });
  return { license: own.license ?? above.license, repository: own.repository ?? above.repository };
}

export function readPom(xml: string): Pom {
  const project = parseDocument(xml, { xmlMode: true }).children.find(node => isNamed(node, 'project'));
  const licenses = childrenOf(find(project, 'licenses')).map(
    each => text(find(each, 'name')) ?? text(find(each, 'url')),
  );
  const known = licenses.filter(each => each !== undefined);
  const parent = find(project, 'parent');
  const coordinates = ['groupId', 'artifactId', 'version'].map(key => text(find(parent, key)));
  return {
    license: known.length === 0 ? undefined : known.join(' AND '),
    repository: [text(find(find(project, 'scm'), 'url')), text(find(project, 'url'))].find(
      url => url !== undefined && !url.includes('${'),
    ),
    parent: coordinates.every(each => each !== undefined) ? coordinates.join(':') : undefined,
  };
}

function isNamed(node: Node, name: string): boolean {
  return 'name' in node && node.name === name;
}

function childrenOf(node: Node | undefined): readonly Node[] {
  return node && 'children' in node ? node.children.filter(child => 'name' in child) : [];
}

function find(node: Node | undefined, name: string): Node | undefined {
  return childrenOf(node).find(child => isNamed(child, name));
}

function text(node: Node | undefined): string | undefined {
  const inside =
    node && 'children' in node ? node.children.map(child => ('data' in child ? child.data : '')).join('') : '';
  return inside.trim() === '' ? undefined : inside.trim();
}
