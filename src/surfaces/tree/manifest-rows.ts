import type { IndexedManifest } from '../manifest-index.ts';
import {
  type Arrangement,
  type ManifestNode,
  manifestNode,
  type Row,
  rowsOfManifest,
  sortedManifests,
} from './nodes.ts';

/** What of the manifests is shown, kept as long as they say the same: of ten thousand a keystroke touches one. */
export interface ManifestRows {
  /** Rows of all manifests; another array after each change. */
  readonly rows: readonly Row[];
  /**
   * Takes over the manifests as they are now. Gives the rows of those that say something else, and `undefined` when all
   * say the same as before.
   */
  follow(manifests: ReadonlyMap<string, IndexedManifest>): readonly Row[] | undefined;
  /** A node for each manifest that has rows. */
  nodes(sorting: Arrangement['sorting']): readonly ManifestNode[];
}

interface Kept {
  readonly manifest: IndexedManifest;
  readonly rows: readonly Row[];
  readonly node: ManifestNode | undefined;
}

export function createManifestRows(): ManifestRows {
  const kept = new Map<string, Kept>();
  let rows: readonly Row[] = [];
  let sorted: { readonly sorting: Arrangement['sorting']; readonly nodes: readonly ManifestNode[] } | undefined;
  return {
    get rows() {
      return rows;
    },
    follow: manifests => {
      const fresh: Row[] = [];
      let changed = false;
      for (const [key, manifest] of manifests) {
        const old = kept.get(key);
        if (old?.manifest === manifest) continue;
        const now = keep(key, manifest, old);
        kept.set(key, now);
        if (now.rows === (old?.rows ?? none)) continue;
        changed = true;
        for (const row of now.rows) fresh.push(row);
      }
      if (kept.size > manifests.size) {
        for (const [key, { node }] of kept) {
          if (manifests.has(key)) continue;
          kept.delete(key);
          changed ||= node !== undefined;
        }
      }
      if (!changed) return undefined;
      rows = [...kept.values()].flatMap(each => each.rows);
      sorted = undefined;
      return fresh;
    },
    nodes: sorting => {
      if (sorted?.sorting !== sorting) {
        const nodes = [...kept.values()].flatMap(({ node }) => node ?? []);
        sorted = { sorting, nodes: sortedManifests(nodes, sorting) };
      }
      return sorted.nodes;
    },
  };
}

const none: readonly Row[] = [];

function keep(key: string, manifest: IndexedManifest, old: Kept | undefined): Kept {
  const rows = rowsOfManifest(manifest);
  if (rows.length === 0) return { manifest, rows: none, node: undefined };
  // The old rows know where the names stood then; whoever shows one in its file reads that anew.
  if (old && rows.length === old.rows.length && rows.every((row, at) => saysTheSame(row, old.rows[at])))
    return { manifest, rows: old.rows, node: old.node };
  return { manifest, rows, node: manifestNode(key, rows) };
}

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
