import type { PackagePublisher, Suggestion } from '../../core/model.ts';
import type { IndexedDependency, IndexedManifest, SkippedManifest } from '../manifest-index.ts';
import type { ProjectTarget } from '../project-target.ts';

/** How the suggestions are shown. */
export interface Arrangement {
  readonly grouping: 'manifest' | 'capability' | 'project';
  readonly sorting: 'name' | 'count';
  /** Text that manifest, dependency, project or capability must contain; empty for all. */
  readonly filter: string;
}

/** One suggestion for one dependency of one manifest, or who publishes it: what the groups are made of. */
export interface Row {
  readonly manifest: IndexedManifest;
  readonly dependency: IndexedDependency;
  /** Absent where no more than the Chinese publisher is known. */
  readonly suggestion: Suggestion | undefined;
}

interface Group {
  readonly id: string;
  readonly rows: readonly Row[];
}

export interface ManifestNode extends Group {
  readonly kind: 'manifest';
  readonly manifest: IndexedManifest;
}
export interface CapabilityNode extends Group {
  readonly kind: 'capability';
  /** Id in the catalog; empty for what has none. */
  readonly capability: string;
}
export interface ProjectNode extends Group {
  readonly kind: 'project';
  readonly suggestion: Suggestion;
  readonly target: ProjectTarget;
}
/** The packages of which only this publisher is known. */
export interface PublisherNode extends Group {
  readonly kind: 'publisher';
  readonly publisher: PackagePublisher;
}
export interface DependencyNode extends Group {
  readonly kind: 'dependency';
  readonly parent: Exclude<GroupNode, DependencyNode>;
  readonly dependency: IndexedDependency;
  readonly manifest: IndexedManifest;
  /** For the commands on it. */
  readonly purl: string;
  readonly uri: IndexedManifest['uri'];
}
export interface SuggestionNode {
  readonly kind: 'suggestion';
  readonly id: string;
  readonly parent: DependencyNode;
  readonly suggestion: Suggestion;
  readonly target: ProjectTarget;
}
/** Manifests that were not read, or not wholly. */
export interface UnreadNode {
  readonly kind: 'unread';
  readonly id: 'unread';
  readonly files: readonly SkippedManifest[];
}
export interface UnreadFileNode {
  readonly kind: 'unread-file';
  readonly id: string;
  readonly parent: UnreadNode;
  readonly file: SkippedManifest;
}

/** The rest of a list that is too long to show at once. */
export interface MoreNode {
  readonly kind: 'more';
  readonly id: string;
  readonly parent?: TreeNode | undefined;
  readonly nodes: readonly TreeNode[];
}

export type GroupNode = ManifestNode | CapabilityNode | ProjectNode | PublisherNode | DependencyNode;
export type TreeNode = GroupNode | SuggestionNode | UnreadNode | UnreadFileNode | MoreNode;

/** Nodes side by side: the editor asks for the look of each before it shows the first. */
const mostNodes = 200;

/** A long list as its first nodes and one under which the rest stands, again in portions. */
export function pagesOf(nodes: readonly TreeNode[], parent?: TreeNode): readonly TreeNode[] {
  if (nodes.length <= mostNodes) return nodes;
  const rest = nodes.slice(mostNodes);
  return [
    ...nodes.slice(0, mostNodes),
    { kind: 'more', id: `more ${rest.length} ${parent?.id ?? ''}`, parent, nodes: rest },
  ];
}

/** The suggestions that pass a filter. */
export function filtered(rows: readonly Row[], filter: string): readonly Row[] {
  const wanted = filter.trim().toLowerCase();
  return wanted === '' ? rows : rows.filter(row => textOf(row).includes(wanted));
}

/** All suggestions and publishers of a manifest. A package that it names twice counts once. */
export function rowsOfManifest(manifest: IndexedManifest): readonly Row[] {
  const seen = new Set<string>();
  const rows: Row[] = [];
  for (const dependency of manifest.recognized) {
    const { suggestions, publisher } = dependency;
    if ((suggestions.length === 0 && !publisher) || seen.has(dependency.purl)) continue;
    seen.add(dependency.purl);
    if (publisher) rows.push({ manifest, dependency, suggestion: undefined });
    for (const suggestion of suggestions) rows.push({ manifest, dependency, suggestion });
  }
  return rows;
}

/** The groups at the top. */
export function rootsOf(rows: readonly Row[], { grouping, sorting }: Arrangement): readonly GroupNode[] {
  switch (grouping) {
    case 'manifest':
      return sorted(manifestNodes(rows), sorting, ({ manifest }) => byFolder(manifest.label));
    case 'capability':
      return sorted(capabilityNodes(rows), sorting, ({ capability }) => capability || '\uFFFF');
    case 'project':
      return sorted([...projectNodes(rows), ...publisherNodes(rows)], sorting, node =>
        node.kind === 'project' ? node.suggestion.name : node.publisher.name,
      );
  }
}

/** What is under a node, made when it is opened. */
export function childrenOf(node: TreeNode, sorting: Arrangement['sorting']): readonly TreeNode[] {
  switch (node.kind) {
    case 'manifest':
    case 'capability':
    case 'project':
    case 'publisher':
      return sorted(dependencyNodes(node), sorting, ({ dependency }) => dependency.name);
    case 'dependency':
      // Under a project the dependency is the end: the project stands above it.
      return node.parent.kind === 'project' ? [] : node.rows.flatMap(row => suggestionNode(node, row) ?? []);
    case 'unread':
      return node.files.map(file => ({ kind: 'unread-file', id: `unread ${file.uri.toString()}`, parent: node, file }));
    case 'more':
      return node.nodes;
    case 'suggestion':
    case 'unread-file':
      return [];
  }
}

/** Manifests that could not be read and those with problems in them, sorted. */
export function unreadFiles(
  skipped: readonly SkippedManifest[],
  broken: Iterable<SkippedManifest>,
): readonly SkippedManifest[] {
  return [...skipped, ...broken].sort((a, b) => compare(a.label, b.label));
}

export function sameFiles(left: readonly SkippedManifest[], right: readonly SkippedManifest[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ label, message }, at) => label === right[at]?.label && message === right[at]?.message)
  );
}

/** What people call a capability in the catalog's terms: those that made the suggestion, else the first of the project. */
function capabilitiesOf({ suggestion }: Row): readonly string[] {
  if (!suggestion) return [''];
  const shared = suggestion.reasons.flatMap(reason =>
    reason.kind === 'shared-capabilities' ? reason.capabilities : [],
  );
  return shared.length > 0 ? shared : [suggestion.capabilities[0] ?? ''];
}

function manifestNodes(rows: readonly Row[]): readonly ManifestNode[] {
  return groups(rows, ({ manifest }) => [manifest.uri.toString()]).flatMap(
    ([key, own]) => manifestNode(key, own) ?? [],
  );
}

/** `undefined` without rows. */
function manifestNode(key: string, rows: readonly Row[]): ManifestNode | undefined {
  const [first] = rows;
  return first && { kind: 'manifest', id: key, rows, manifest: first.manifest };
}

function capabilityNodes(rows: readonly Row[]): readonly CapabilityNode[] {
  return groups(rows, capabilitiesOf).map(([capability, own]) => ({
    kind: 'capability',
    id: `capability ${capability}`,
    rows: own,
    capability,
  }));
}

function projectNodes(rows: readonly Row[]): readonly ProjectNode[] {
  return groups(rows, ({ suggestion }) => (suggestion ? [suggestion.project] : [])).flatMap(([project, own]) => {
    const suggestion = own[0]?.suggestion;
    if (!suggestion) return [];
    const target = { reference: { project }, name: suggestion.name };
    return [{ kind: 'project', id: `project ${project}`, rows: own, suggestion, target }];
  });
}

function publisherNodes(rows: readonly Row[]): readonly PublisherNode[] {
  const keysOf = ({ dependency: { publisher } }: Row) => (publisher ? [publisher.id ?? publisher.name] : []);
  return groups(rows, keysOf).flatMap(([key, own]) => {
    const publisher = own[0]?.dependency.publisher;
    return publisher ? [{ kind: 'publisher', id: `publisher ${key}`, rows: own, publisher }] : [];
  });
}

function dependencyNodes(parent: Exclude<GroupNode, DependencyNode>): readonly DependencyNode[] {
  const keyOf = ({ manifest, dependency }: Row) =>
    parent.kind === 'capability' ? [dependency.purl] : [`${manifest.uri.toString()} ${dependency.purl}`];
  return groups(parent.rows, keyOf).flatMap(([key, own]) => {
    const row = own[0];
    if (!row) return [];
    const { manifest, dependency } = row;
    // One dependency in many manifests has the same suggestions in each of them.
    const rows = own.filter(other => other.manifest === manifest);
    const id = `${parent.id} ${key}`;
    return [{ kind: 'dependency', id, parent, rows, manifest, dependency, purl: dependency.purl, uri: manifest.uri }];
  });
}

function suggestionNode(parent: DependencyNode, { suggestion, dependency }: Row): SuggestionNode | undefined {
  if (!suggestion) return undefined;
  const target = { reference: { project: suggestion.project }, name: suggestion.name, replaces: dependency.purl };
  return { kind: 'suggestion', id: `${parent.id} ${suggestion.project}`, parent, suggestion, target };
}

function groups(rows: readonly Row[], keysOf: (row: Row) => readonly string[]): readonly [string, readonly Row[]][] {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = byKey.get(key);
      if (group) group.push(row);
      else byKey.set(key, [row]);
    }
  }
  return [...byKey];
}

function sorted<T extends { readonly rows: readonly Row[] }>(
  nodes: readonly T[],
  sorting: Arrangement['sorting'],
  nameOf: (node: T) => string,
): readonly T[] {
  // Names are made once each: there may be ten thousand nodes.
  return nodes
    .map(node => ({ node, name: nameOf(node) }))
    .sort((left, right) => {
      const difference = sorting === 'count' ? right.node.rows.length - left.node.rows.length : 0;
      return difference || compare(left.name, right.name);
    })
    .map(({ node }) => node);
}

/** Sorts the files of a folder before those of the folders in it. */
export function byFolder(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, Math.max(slash, 0))}\0${path.slice(slash + 1)}`;
}

export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function textOf({ manifest, dependency, suggestion }: Row): string {
  const { publisher } = dependency;
  const words = suggestion
    ? [suggestion.name, suggestion.project, ...suggestion.capabilities]
    : [publisher?.name ?? '', publisher?.zh ?? '', publisher?.id ?? ''];
  return [manifest.label, dependency.name, ...words].join('\n').toLowerCase();
}
