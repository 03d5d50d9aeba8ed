import type { IndexedManifest, SkippedManifest } from '../manifest-index.ts';
import { type Arrangement, byFolder, compare, type ManifestNode, type Row, rowsOfManifest } from './nodes.ts';

/** What of the manifests is shown, kept as long as they say the same: of ten thousand a keystroke touches one. */
export interface ManifestRows {
  /** Rows of all manifests; made for whoever asks. */
  readonly rows: readonly Row[];
  /** How many rows there are. */
  readonly count: number;
  /** All manifests. */
  readonly manifests: Iterable<IndexedManifest>;
  /** Manifests with a problem in them, with its sentence. */
  readonly broken: Iterable<SkippedManifest>;
  /**
   * Takes over the manifests as they are now, step by step: thousands take longer than others are to wait. Gives at the
   * end what is to be shown anew, and `undefined` when all say the same as before.
   *
   * @param keys of those that may say something else; any of them unless told
   */
  follow(
    manifests: ReadonlyMap<string, IndexedManifest>,
    keys?: ReadonlySet<string>,
  ): Generator<void, RowChange | undefined>;
  /** A node for each manifest that has rows; it stays the same one, with the rows of now. */
  nodes(sorting: Arrangement['sorting']): readonly ManifestNode[];
}

export interface RowChange {
  /** Manifests that say something else. */
  readonly fresh: readonly IndexedManifest[];
  /** Their nodes, where there are no others than before; `undefined` when nodes came or went. */
  readonly nodes: readonly ManifestNode[] | undefined;
}

interface Kept {
  manifest: IndexedManifest;
  /** What it is sorted by, made once: sorting ten thousand is to take no longer than it must. */
  place: string;
  /** How many rows it has. The rows themselves are made when they are looked at: a large workspace has 100,000. */
  count: number;
  node: Lasting | undefined;
}

/** The node of a manifest as it is now. */
class Lasting implements ManifestNode {
  readonly kind = 'manifest';
  readonly id: string;
  manifest: IndexedManifest;

  constructor(id: string, manifest: IndexedManifest) {
    this.id = id;
    this.manifest = manifest;
  }

  get rows(): readonly Row[] {
    return rowsOfManifest(this.manifest);
  }
}

export function createManifestRows(): ManifestRows {
  const kept = new Map<string, Kept>();
  const broken = new Map<string, SkippedManifest>();
  let count = 0;
  let sorted: { readonly sorting: Arrangement['sorting']; readonly nodes: readonly ManifestNode[] } | undefined;
  /** Says whether the manifest says something else now. */
  const take = (key: string, manifest: IndexedManifest): boolean => {
    const { uri, label, problems } = manifest;
    const [problem] = problems;
    if (problem) broken.set(key, { uri, label, message: problem.message });
    else broken.delete(key);
    const old = kept.get(key);
    const now = rowsOfManifest(manifest);
    count += now.length - (old?.count ?? 0);
    if (!old) {
      const node = now.length > 0 ? new Lasting(key, manifest) : undefined;
      kept.set(key, { manifest, place: node ? byFolder(label) : '', count: now.length, node });
      return node !== undefined;
    }
    const before = rowsOfManifest(old.manifest);
    // Also where they say the same: the old ones would keep the manifest as it was in memory.
    old.manifest = manifest;
    old.count = now.length;
    if (now.length === 0) old.node = undefined;
    else if (old.node?.manifest.label === label) old.node.manifest = manifest;
    else {
      old.place = byFolder(label);
      old.node = new Lasting(key, manifest);
    }
    return now.length !== before.length || now.some((row, at) => !saysTheSame(row, before[at]));
  };
  /** Says whether one of them was shown. */
  const forgetMissing = (manifests: ReadonlyMap<string, IndexedManifest>, keys: Iterable<string>): boolean => {
    let shown = false;
    for (const key of keys) {
      const gone = kept.get(key);
      if (!gone || manifests.has(key)) continue;
      kept.delete(key);
      broken.delete(key);
      count -= gone.count;
      shown ||= gone.count > 0;
    }
    return shown;
  };
  return {
    get rows() {
      return [...kept.values()].flatMap(({ manifest }) => rowsOfManifest(manifest));
    },
    get count() {
      return count;
    },
    get manifests() {
      return manifestsOf(kept.values());
    },
    get broken() {
      return broken.values();
    },
    *follow(manifests, keys) {
      const fresh: IndexedManifest[] = [];
      const nodes: ManifestNode[] = [];
      let others = false;
      for (const key of keys ?? manifests.keys()) {
        const manifest = manifests.get(key);
        const old = kept.get(key);
        if (!manifest || old?.manifest === manifest) continue;
        const before = old?.node;
        if (take(key, manifest)) {
          const now = kept.get(key)?.node;
          others ||= now !== before;
          fresh.push(manifest);
          if (now) nodes.push(now);
        }
        yield;
      }
      others = forgetMissing(manifests, keys ?? kept.keys()) || others;
      if (fresh.length === 0 && !others) return undefined;
      sorted = undefined;
      return { fresh, nodes: others ? undefined : nodes };
    },
    nodes: sorting => {
      if (sorted?.sorting !== sorting) {
        const shown = [...kept.values()].filter(({ node }) => node !== undefined);
        shown.sort(
          (left, right) => (sorting === 'count' ? right.count - left.count : 0) || compare(left.place, right.place),
        );
        sorted = { sorting, nodes: shown.flatMap(({ node }) => node ?? []) };
      }
      return sorted.nodes;
    },
  };
}

function* manifestsOf(kept: Iterable<Kept>): Generator<IndexedManifest> {
  for (const { manifest } of kept) yield manifest;
}

function saysTheSame({ manifest, dependency, suggestion }: Row, other: Row | undefined): boolean {
  if (!other) return false;
  const known = other.dependency;
  return (
    suggestion === other.suggestion &&
    dependency.publisher?.id === known.publisher?.id &&
    dependency.purl === known.purl &&
    dependency.name === known.name &&
    dependency.requirement === known.requirement &&
    dependency.resolved === known.resolved &&
    manifest.label === other.manifest.label
  );
}
