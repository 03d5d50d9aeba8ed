import type { Store } from '../../core/ports.ts';
import type { Row } from './nodes.ts';

const key = 'giteeScout.suggestions.seen';
/** The oldest are forgotten; they would count as new again. */
const mostRemembered = 5000;

/** Which suggestions this person has not had before their eyes yet. */
export interface News {
  /** How many are new. The first time nothing is: a number on everything tells nothing. */
  count(rows: readonly Row[]): number;
  /** All of these are on the screen now. */
  seen(rows: readonly Row[]): PromiseLike<void>;
}

/** @param memory of this workspace */
export function createNews(memory: Store): News {
  let known = memory.get<readonly string[]>(key);
  let set = new Set(known);
  return {
    count: rows => (known === undefined ? 0 : idsOf(rows).filter(id => !set.has(id)).length),
    seen: async rows => {
      const ids = idsOf(rows);
      if (known !== undefined && ids.every(id => set.has(id))) return;
      set = new Set([...set, ...ids].slice(-mostRemembered));
      known = [...set];
      await memory.update(key, known);
    },
  };
}

/** Each once, in their order: a large workspace has a hundred thousand rows of a few packages. */
function idsOf(rows: readonly Row[]): readonly string[] {
  const projects = new Map<string, Set<string>>();
  const ids: string[] = [];
  for (const { dependency, suggestion } of rows) {
    const known = projects.get(dependency.purl) ?? new Set();
    if (known.has(suggestion.project)) continue;
    projects.set(dependency.purl, known.add(suggestion.project));
    ids.push(`${dependency.purl} ${suggestion.project}`);
  }
  return ids;
}
