import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/model.ts';
import type { ProjectPage, ProjectReference } from '../../../src/core/projects/index.ts';
import {
  evidenceFile,
  evidenceSubjects,
  gatherEvidence,
  type InboundLicense,
  publishersOf,
  type ScannedFile,
} from '../../../src/core/reports/index.ts';
import { project } from '../catalog/sample.ts';
import { sampleFinding } from '../findings/sample-finding.ts';

const finding = (id: string, status: Finding['status']) =>
  sampleFinding(id, { status, homes: [{ host: 'gitee', path: 'someone/tool' }] });
const file = (path: string, ...purls: readonly string[]): ScannedFile => ({
  text: '',
  manifest: {
    path,
    type: 'package.json',
    ecosystem: 'npm',
    problems: [],
    dependencies: purls.map(purl => ({
      name: purl,
      purl,
      place: 'dependencies',
      requirement: null,
      scope: 'runtime',
      origin: 'registry',
      nameRange: [0, 0],
      requirementRange: null,
    })),
  },
});
const clock = project('clock', {});
const catalog = { byPurl: (purl: string) => (purl === 'pkg:npm/clock' ? clock : undefined) };
const missing = { kind: 'missing', message: 'Gitee did not answer.', reason: 'unreachable', retry: true } as const;
const none = { kind: 'none', message: 'Not in the catalog.', source: 'Catalog' } as const;

function pageOf(reference: ProjectReference): ProjectPage {
  const id = 'project' in reference ? reference.project : 'gitee--someone--tool';
  return {
    id,
    name: `# ${id}`,
    home: null,
    at: '2026-11-24T08:00:00.000Z',
    facts: none,
    repository: missing,
    readme: missing,
    license: {
      kind: 'found',
      source: 'gitee.com',
      receivedAt: '2026-11-24T07:00:00.000Z',
      age: 0,
      stale: false,
      value: {
        expression: 'MIT',
        confidence: 'high',
        complete: true,
        unread: [{ place: 'NOTICE', message: 'Gitee did not answer.' }],
        evidence: [],
      },
    },
    releases: missing,
    pending: 0,
  };
}
const opened: ProjectReference[] = [];
const projects = {
  open: async (reference: ProjectReference) => {
    opened.push(reference);
    return pageOf(reference);
  },
  activity: async () => missing,
  security: async () => missing,
};

describe('a due diligence file of a workspace and its findings', () => {
  const subjects = evidenceSubjects(
    {
      files: [file('b/package.json', 'pkg:npm/clock', 'pkg:npm/moment'), file('a/package.json', 'pkg:npm/clock')],
      findings: [
        finding('wish', 'candidate'),
        finding('clock', 'rejected'),
        finding('gitee--someone--tool', 'adopted'),
        finding('no', 'rejected'),
      ],
    },
    catalog,
  );

  it('is about what is in use first, then what was adopted, and nothing that was only rejected', () => {
    assert.deepEqual(
      subjects.map(({ reference, usedIn, status }) => [reference, usedIn, status]),
      [
        [{ project: 'clock' }, ['a/package.json', 'b/package.json'], 'rejected'],
        [{ host: 'gitee', path: 'someone/tool' }, [], 'adopted'],
        [{ project: 'wish' }, [], 'candidate'],
      ],
    );
  });

  it('has an overview and the evidence on each, with low confidence where a place could not be read', async () => {
    const weighed: InboundLicense[] = [];
    const gathered = [];
    for (const subject of subjects.slice(0, 2)) {
      const evidence = await gatherEvidence(projects, subject.reference, {
        weigh: async license => {
          weighed.push(license);
          return { policy: { decision: 'denied', reason: 'No.' } };
        },
      });
      gathered.push({ subject, evidence });
    }

    const text = evidenceFile('Ours', gathered);

    assert.deepEqual(opened, [{ project: 'clock' }, { host: 'gitee', path: 'someone/tool' }]);
    assert.deepEqual(weighed, [
      { expression: 'MIT', confidence: 'low' },
      { expression: 'MIT', confidence: 'low' },
    ]);
    assert.match(text, /^# Ours\n/);
    assert.match(
      text,
      /\| \\# clock \| a\/package\.json, b\/package\.json \| rejected \| `MIT` \| not weighed \| denied \|/,
    );
    assert.match(text, /\n## Evidence: \\# clock\n/);
    assert.match(text, /\n## Evidence: \\# gitee--someone--tool\n/);
    assert.equal(text.match(/^# /gm)?.length, 1);
    assert.equal(evidenceFile('Ours', gathered), text);
  });

  it('lists dependencies of which only the Chinese publisher is known, each once with where it is used', () => {
    const publisher = {
      known: 'domain',
      id: null,
      name: 'house.cn',
      kind: null,
      gitee: null,
      github: null,
      atomgit: null,
      source: 'https://example.org/',
    } as const;
    const of = (path: string): ScannedFile => {
      const { text, manifest } = file(path, 'pkg:maven/cn.house/door');
      return {
        text,
        manifest: { ...manifest, dependencies: manifest.dependencies.map(each => ({ ...each, publisher })) },
      };
    };

    const text = evidenceFile('Ours', [], publishersOf({ files: [of('b/pom.xml'), of('a/pom.xml')] }));

    assert.match(text, /## Published from China, without a project in the catalog/);
    assert.match(
      text,
      /\| pkg:maven\/cn\.house\/door \| Its publisher holds the Chinese domain house\.cn\. \| a\/pom\.xml, b\/pom\.xml \| https:\/\/example\.org\/ \|/,
    );
  });

  it('says so where there is nothing to gather on', () => {
    assert.match(evidenceFile('Ours', []), /No dependency is itself a project of the catalog/);
  });
});
