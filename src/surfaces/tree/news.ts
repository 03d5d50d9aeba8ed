import type { Store } from '../../core/ports.ts';
import type { IndexedManifest } from '../manifest-index.ts';

const key = 'giteeScout.suggestions.seen';
/** The oldest are forgotten; they would count as new again. */
const mostRemembered = 5000;

/** Which suggestions this person has not had before their eyes yet. */
export interface News {
  /** How many are new. The first time nothing is: a number on everything tells nothing. */
  count(suggestions: readonly string[]): number;
  /** All of these are on the screen now. */
  seen(suggestions: readonly string[]): PromiseLike<void>;
}

/** @param memory of this workspace */
export function createNews(memory: Store): News {
  let known = memory.get<readonly string[]>(key);
  let set = new Set(known);
  return {
    count: suggestions => (known === undefined ? 0 : suggestions.filter(id => !set.has(id)).length),
    seen: async suggestions => {
      if (known !== undefined && suggestions.every(id => set.has(id))) return;
      set = new Set([...set, ...suggestions].slice(-mostRemembered));
      known = [...set];
      await memory.update(key, known);
    },
  };
}

/** All that is suggested for manifests, each once and in their order, step by step: a large workspace says it 100,000 times. */
export function* suggestionsIn(manifests: Iterable<IndexedManifest>): Generator<void, readonly string[]> {
  const projects = new Map<string, Set<string>>();
  const ids: string[] = [];
  for (const { recognized } of manifests) {
    for (const { purl, suggestions } of recognized) {
      const known = projects.get(purl) ?? new Set();
      projects.set(purl, known);
      for (const { project } of suggestions) {
        if (known.has(project)) continue;
        known.add(project);
        ids.push(`${purl} ${project}`);
      }
    }
    yield;
  }
  return ids;
}
