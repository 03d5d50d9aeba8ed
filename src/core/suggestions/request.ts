import type { Catalog } from '../catalog/index.ts';
import type { Effort, Project, Relation, Suggestion, SuggestionReason } from '../model.ts';
import type { SuggestOptions } from './suggest-options.ts';

/** The package that suggestions are wanted for, with what is known of it. */
export interface Request {
  readonly purl: string;
  readonly ecosystem: string;
  /** The most characteristic first. */
  readonly capabilities: readonly string[];
  readonly catalog: Catalog;
  readonly options: SuggestOptions;
}

/** Puts a project into the form that surfaces show. */
export function suggestionOf(
  project: Project,
  facts: {
    readonly relation: Relation;
    readonly effort: Effort;
    readonly reason: string;
    readonly reasons: readonly SuggestionReason[];
    readonly capabilities: readonly string[];
  },
): Suggestion {
  const home = (host: 'gitee' | 'github' | 'atomgit'): string | null =>
    project.homes.find(each => each.host === host && each.kind !== 'moved')?.path ?? null;
  return {
    project: project.id,
    name: project.name.en,
    ...facts,
    license: project.license,
    homes: { gitee: home('gitee'), github: home('github'), atomgit: home('atomgit') },
    purls: project.purls,
    verified: project.verified ?? null,
  };
}
