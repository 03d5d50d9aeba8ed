import type { Outcome, SearchHit, SearchSource, SearchSourceStatus, Told } from '../../model.ts';
import { told } from '../../sentences/index.ts';

/** What one place answered to a query. */
export interface SourceAnswer {
  readonly hits: readonly SearchHit[];
  readonly status: SearchSourceStatus;
}

/**
 * An empty list is an answer ("nothing found") only where the place is known to answer this kind of caller. Else it is
 * no answer at all, and `silence` says why.
 */
export function answerOf(source: SearchSource, outcome: Outcome<readonly SearchHit[]>, silence?: Told): SourceAnswer {
  if (outcome.kind === 'found') {
    if (outcome.value.length > 0) return answered(source, outcome.value, 'ok', countOf(outcome.value.length));
    return silence === undefined
      ? answered(source, [], 'empty', told('nothing found'))
      : answered(source, [], 'refused', silence);
  }
  switch (outcome.kind) {
    case 'offline':
    case 'canceled':
      return answered(source, [], 'skipped', outcome);
    case 'forbidden':
    case 'limited':
    case 'not-found':
    case 'changed-shape':
      return answered(source, [], 'refused', outcome);
    case 'unreachable':
      return answered(source, [], 'unreachable', outcome);
  }
}

export function skipped(source: SearchSource, why: Told): SourceAnswer {
  return answered(source, [], 'skipped', why);
}

function answered(
  source: SearchSource,
  hits: readonly SearchHit[],
  status: SearchSourceStatus['status'],
  { message, said }: Told,
): SourceAnswer {
  return { hits, status: { source, status, detail: message, ...(said ? { said } : {}) } };
}

/** Only for the terminal: where there are hits, the editor shows them. */
function countOf(count: number): Told {
  return { message: count === 1 ? '1 project' : `${count} projects` };
}
