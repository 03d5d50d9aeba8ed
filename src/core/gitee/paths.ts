import type { Outcome, Repository, Told } from '../model.ts';
import { told } from '../sentences/index.ts';
import type { Call } from './ask.ts';
import type { Renames } from './renames.ts';
import { splitPath } from './site.ts';

/** How the client goes from a path that somebody gives to the path that the project has today. */
export interface Paths {
  /** Runs `use` with the parts of today's path, or says that it is no path. */
  at<T>(path: string, use: (parts: readonly string[]) => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Asks for the repository and learns from its answer where it is. */
  repository(path: string, call?: Call): Promise<Outcome<Repository>>;
}

type AskRepository = (parts: readonly string[], call?: Call) => Promise<Outcome<Repository>>;

export function createPaths(renames: Renames, ask: AskRepository): Paths {
  async function today(path: string): Promise<readonly string[] | undefined> {
    const parts = splitPath(path);
    return parts && splitPath(await renames.resolve(parts.join('/')));
  }

  return {
    async at(path, use) {
      const parts = await today(path);
      return parts ? use(parts) : noPath(path);
    },
    async repository(path, call) {
      const given = splitPath(path);
      if (!given) return noPath(path);
      // A fresh answer comes from the path as given: the name may have gone to another project since.
      const first = (call?.refresh ? undefined : await today(path)) ?? given;
      const answer = await ask(first, call);
      const isGone = answer.kind === 'not-found' && first.join('/') !== given.join('/');
      const outcome = isGone ? await ask(given, call) : answer;
      if (outcome.kind === 'found') await renames.learn(given.join('/'), outcome.value);
      return outcome;
    },
  };
}

function noPath(path: string): Told & { readonly kind: 'not-found' } {
  return { kind: 'not-found', ...told('"{0}" is no project path; write owner/repository.', path) };
}
