import * as vscode from 'vscode';
import type { PackagePublisher, Suggestion } from '../../src/core/model.ts';
import type { IndexedDependency, IndexedManifest } from '../../src/surfaces/manifest-index.ts';

/** A suggestion with usual values. */
export function suggestion(fields: Partial<Suggestion> = {}): Suggestion {
  return {
    project: 'dayjs',
    name: 'Day.js',
    relation: 'equivalent',
    effort: 'similar',
    reason: 'Both are date-time libraries.',
    reasons: [{ kind: 'shared-capabilities', capabilities: ['date-time'] }],
    capabilities: ['date-time'],
    license: 'MIT',
    homes: { gitee: 'mirrors/dayjs', github: 'iamkun/dayjs', atomgit: null },
    purls: ['pkg:npm/dayjs'],
    ...fields,
  };
}

/** A Chinese publisher with usual values. */
export function publisher(fields: Partial<PackagePublisher> = {}): PackagePublisher {
  return {
    known: 'record',
    id: 'house',
    name: 'House',
    zh: '房子',
    kind: 'company',
    gitee: 'house',
    github: null,
    atomgit: null,
    source: 'https://example.org/',
    ...fields,
  };
}

/** A dependency with usual values. */
export function dependency(name: string, fields: Partial<IndexedDependency> = {}): IndexedDependency {
  return {
    name,
    purl: `pkg:npm/${name}`,
    requirement: '^1.0.0',
    scope: 'runtime',
    origin: 'registry',
    place: 'dependencies',
    nameRange: [0, name.length],
    requirementRange: null,
    chinese: false,
    suggestions: [],
    ...fields,
  };
}

/** A manifest with usual values. */
export function manifest(label: string, dependencies: readonly IndexedDependency[]): IndexedManifest {
  const uri = vscode.Uri.file(`/workspace/${label}`);
  const recognized = dependencies.filter(({ chinese, suggestions }) => chinese || suggestions.length > 0);
  return {
    uri,
    label,
    type: 'package.json',
    ecosystem: 'npm',
    dependencies,
    count: dependencies.length,
    has: purl => dependencies.some(each => each.purl === purl),
    recognized,
    problems: [],
  };
}
