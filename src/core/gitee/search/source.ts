import type { Outcome, SearchHit, SearchSource, SearchSourceStatus } from '../../model.ts';

/** What one place answered to a query. */
export interface SourceAnswer {
  readonly hits: readonly SearchHit[];
  readonly status: SearchSourceStatus;
}

/**
 * `emptyMeans`: an empty list is an answer ("nothing found") only where the place is known to answer this kind of
 * caller; else it is no answer at all.
 */
export function answerOf(
  source: SearchSource,
  outcome: Outcome<readonly SearchHit[]>,
  emptyMeans: 'nothing' | 'no-answer',
): SourceAnswer {
  if (outcome.kind === 'found') {
    if (outcome.value.length > 0) return answered(source, outcome.value, 'ok', countOf(outcome.value.length));
    return emptyMeans === 'nothing'
      ? answered(source, [], 'empty', 'nothing found')
      : answered(source, [], 'refused', silent);
  }
  switch (outcome.kind) {
    case 'offline':
    case 'canceled':
      return answered(source, [], 'skipped', outcome.message);
    case 'forbidden':
    case 'limited':
    case 'not-found':
    case 'changed-shape':
      return answered(source, [], 'refused', outcome.message);
    case 'unreachable':
      return answered(source, [], 'unreachable', outcome.message);
  }
}

const silent =
  'The host answers searches without a token with an empty list, so this does not mean that nothing exists. Sign in to search there.';

export function skipped(source: SearchSource, detail: string): SourceAnswer {
  return answered(source, [], 'skipped', detail);
}

function answered(
  source: SearchSource,
  hits: readonly SearchHit[],
  status: SearchSourceStatus['status'],
  detail: string,
): SourceAnswer {
  return { hits, status: { source, status, detail } };
}

function countOf(count: number): string {
  return count === 1 ? '1 project' : `${count} projects`;
}
