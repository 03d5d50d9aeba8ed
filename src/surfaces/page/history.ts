import type { ProjectReference } from '../../core/projects/index.ts';
import type { PageEntry, PageHistory } from '../../webview/protocol.ts';

/** A panel remembers no more pages than this: the oldest are forgotten. */
const most = 50;

export function historyOf(reference: ProjectReference, title: string): PageHistory {
  return { entries: [{ reference, title, scroll: 0 }], at: 0 };
}

/** Another page opens from the one that is shown: what lay ahead is forgotten, as in a browser. */
export function visit({ entries, at }: PageHistory, reference: ProjectReference, title: string): PageHistory {
  const next = [...entries.slice(0, at + 1), { reference, title, scroll: 0 }].slice(-most);
  return { entries: next, at: next.length - 1 };
}

/** One page back (-1) or forward (1); `undefined` where there is none. */
export function step({ entries, at }: PageHistory, by: -1 | 1): PageHistory | undefined {
  const to = at + by;
  return to >= 0 && to < entries.length ? { entries, at: to } : undefined;
}

/** The same history with something else known of the page that is shown. */
export function amend(
  history: PageHistory,
  change: Partial<Pick<PageEntry, 'title' | 'scroll' | 'translation'>>,
): PageHistory {
  return {
    ...history,
    entries: history.entries.map((entry, index) => (index === history.at ? { ...entry, ...change } : entry)),
  };
}
