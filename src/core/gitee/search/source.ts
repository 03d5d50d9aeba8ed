import type { Outcome, SearchHit, SearchSource, SearchSourceStatus } from '../../model.ts';

/** What one place answered to a query. */
export interface SourceAnswer {
  readonly hits: readonly SearchHit[];
  readonly status: SearchSourceStatus;
}

/**
 * An empty list is an answer ("nothing found") only where the place is known to answer this kind of caller. Else it is
 * no answer at all, and `silence` says why.
 */
export function answerOf(source: SearchSource, outcome: Outcome<readonly SearchHit[]>, silence?: string): SourceAnswer {
  if (outcome.kind === 'found') {
    if (outcome.value.length > 0) return answered(source, outcome.value, 'ok', countOf(outcome.value.length));
    return silence === undefined
      ? answered(source, [], 'empty', 'nothing found')
      : answered(source, [], 'refused', silence);
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
