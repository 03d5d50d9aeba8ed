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
    count: rows => (known === undefined ? 0 : new Set(rows.map(idOf).filter(id => !set.has(id))).size),
    seen: async rows => {
      const ids = rows.map(idOf);
      if (known !== undefined && ids.every(id => set.has(id))) return;
      set = new Set([...set, ...ids].slice(-mostRemembered));
      known = [...set];
      await memory.update(key, known);
    },
  };
}

function idOf({ dependency, suggestion }: Row): string {
  return `${dependency.purl} ${suggestion.project}`;
}
