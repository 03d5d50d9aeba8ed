import type { IndexedManifest, SkippedManifest } from '../manifest-index.ts';
import { type Arrangement, byFolder, compare, type ManifestNode, type Row, rowsOfManifest } from './nodes.ts';

/** What of the manifests is shown, kept as long as they say the same: of ten thousand a keystroke touches one. */
export interface ManifestRows {
  /** Rows of all manifests; another array after each change. */
  readonly rows: readonly Row[];
  /** How many rows there are. */
  readonly count: number;
  /** Manifests with a problem in them, with its sentence. */
  readonly broken: Iterable<SkippedManifest>;
  /**
   * Takes over the manifests as they are now, step by step: thousands take longer than others are to wait. Gives at the
   * end what is to be shown anew, and `undefined` when all say the same as before.
   */
  follow(manifests: ReadonlyMap<string, IndexedManifest>): Generator<void, RowChange | undefined>;
  /** A node for each manifest that has rows; it stays the same one, with the rows of now. */
  nodes(sorting: Arrangement['sorting']): readonly ManifestNode[];
}

export interface RowChange {
  /** Rows of the manifests that say something else. */
  readonly fresh: readonly Row[];
  /** Their nodes, where there are no others than before; `undefined` when nodes came or went. */
  readonly nodes: readonly ManifestNode[] | undefined;
}

interface Kept {
  manifest: IndexedManifest;
  /** What it is sorted by, made once: sorting ten thousand is to take no longer than it must. */
  place: string;
  rows: readonly Row[];
  node: { readonly kind: 'manifest'; readonly id: string; rows: readonly Row[]; manifest: IndexedManifest } | undefined;
}

export function createManifestRows(): ManifestRows {
  const kept = new Map<string, Kept>();
  const broken = new Map<string, SkippedManifest>();
  let count = 0;
  let rows: readonly Row[] | undefined;
  let sorted: { readonly sorting: Arrangement['sorting']; readonly nodes: readonly ManifestNode[] } | undefined;
  /** Says whether the manifest says something else now. */
  const take = (key: string, manifest: IndexedManifest): boolean => {
    const { uri, label, problems } = manifest;
    const [problem] = problems;
    if (problem) broken.set(key, { uri, label, message: problem.message });
    else broken.delete(key);
    const old = kept.get(key);
    const now = rowsOfManifest(manifest);
    const first = now[0];
    if (!old) {
      const place = first ? byFolder(label) : '';
      kept.set(key, { manifest, place, rows: now, node: first && { kind: 'manifest', id: key, rows: now, manifest } });
    } else {
      const same = now.length === old.rows.length && now.every((row, at) => saysTheSame(row, old.rows[at]));
      // Also where they say the same: the old ones would keep the manifest as it was in memory.
      old.manifest = manifest;
      old.rows = now;
      rows = undefined;
      if (!first) old.node = undefined;
      else if (old.node?.manifest.label === manifest.label) {
        old.node.rows = now;
        old.node.manifest = manifest;
      } else {
        old.place = byFolder(label);
        old.node = { kind: 'manifest', id: key, rows: now, manifest };
      }
      if (same) return false;
    }
    return now.length > 0 || old !== undefined;
  };
  /** Says whether one of them was shown. */
  const forgetMissing = (manifests: ReadonlyMap<string, IndexedManifest>): boolean => {
    let shown = false;
    for (const [key, { rows: gone }] of kept) {
      if (manifests.has(key)) continue;
      kept.delete(key);
      broken.delete(key);
      count -= gone.length;
      shown ||= gone.length > 0;
    }
    return shown;
  };
  return {
    get rows() {
      rows ??= [...kept.values()].flatMap(each => each.rows);
      return rows;
    },
    get count() {
      return count;
    },
    get broken() {
      return broken.values();
    },
    *follow(manifests) {
      const fresh: Row[] = [];
      const nodes: ManifestNode[] = [];
      let changed = false;
      let others = false;
      for (const [key, manifest] of manifests) {
        const old = kept.get(key);
        if (old?.manifest === manifest) continue;
        const { node, rows: before = none } = old ?? {};
        if (take(key, manifest)) {
          const now = kept.get(key);
          changed = true;
          others ||= now?.node !== node;
          count += (now?.rows.length ?? 0) - before.length;
          for (const row of now?.rows ?? none) fresh.push(row);
          if (now?.node) nodes.push(now.node);
        }
        yield;
      }
      others = forgetMissing(manifests) || others;
      if (!changed && !others) return undefined;
      rows = undefined;
      sorted = undefined;
      return { fresh, nodes: others ? undefined : nodes };
    },
    nodes: sorting => {
      if (sorted?.sorting !== sorting) {
        const shown = [...kept.values()].filter(({ node }) => node !== undefined);
        shown.sort(
          (left, right) =>
            (sorting === 'count' ? right.rows.length - left.rows.length : 0) || compare(left.place, right.place),
        );
        sorted = { sorting, nodes: shown.flatMap(({ node }) => node ?? []) };
      }
      return sorted.nodes;
    },
  };
}

const none: readonly Row[] = [];

function saysTheSame({ manifest, dependency, suggestion }: Row, other: Row | undefined): boolean {
  if (!other) return false;
  const known = other.dependency;
  return (
    suggestion === other.suggestion &&
    dependency.purl === known.purl &&
    dependency.name === known.name &&
    dependency.requirement === known.requirement &&
    dependency.resolved === known.resolved &&
    manifest.label === other.manifest.label
  );
}
