import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { Scout } from '../../core/index.ts';
import type { SearchHit, SearchResult } from '../../core/model.ts';
import type { Log, Store } from '../../core/ports.ts';
import { commands } from '../contributions.ts';
import type { LicenseAnswer, LicenseJudge } from '../license-judge.ts';
import { summaryText } from '../wording.ts';
import {
  choicesOf,
  type FilterKind,
  type Filters,
  filterButtons,
  filterHits,
  filterKinds,
  filterText,
  listButton,
  withFilter,
} from './filters.ts';
import {
  expandButton,
  forgetButton,
  itemsOf,
  literalButton,
  openButton,
  recentItems,
  type SearchItem,
  saveButton,
  titleOf,
} from './items.ts';
import { createRecent } from './recent.ts';
import { createResultsView, type ResultsView, targetOf } from './results-view.ts';

export interface SearchDependencies {
  readonly scout: Pick<Scout, 'search' | 'catalog'>;
  readonly licenses: Pick<LicenseJudge, 'judge'>;
  readonly log: Log;
  /** Ids of the projects that are saved as findings. */
  readonly savedIds: () => ReadonlySet<string>;
  /** Keeps the recent searches. */
  readonly memory: Store;
}

/** Typing goes on for this long before Gitee is asked, ms: each question costs a request. */
const pause = 250;

/** Whether to search with Chinese terms as well, as chosen last. */
const expandKey = 'search.expand';

/** `Gitee Scout: Search Gitee`: a list that fills while the sources answer. */
export function registerSearch(dependencies: SearchDependencies): vscode.Disposable {
  const view = createResultsView();
  return vscode.Disposable.from(
    view,
    vscode.commands.registerCommand(commands.search, (query: unknown) =>
      openSearch({ ...dependencies, view }, typeof query === 'string' ? query.slice(0, 200) : ''),
    ),
  );
}

function openSearch(
  { scout, licenses, log, savedIds, memory, view }: SearchDependencies & { readonly view: ResultsView },
  start: string,
): void {
  const recent = createRecent(memory);
  const list = vscode.window.createQuickPick<SearchItem>();
  list.title = vscode.l10n.t('Search Gitee');
  list.placeholder = vscode.l10n.t('What should it do? For example: workflow engine');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.value = start;

  let filters: Filters = {};
  /** While a filter is chosen, the list holds its choices. */
  let choosing: FilterKind | undefined;
  let running: AbortController | undefined;
  let expand = memory.get<unknown>(expandKey) !== false;
  const showChoice = () => {
    const filtering = filterKinds.map(kind => filterButtons[kind]);
    list.buttons = [...filtering, expand ? literalButton : expandButton, listButton];
  };
  showChoice();

  /** Items come in while somebody goes through them: what they are on stays chosen. */
  const setItems = (items: readonly SearchItem[]) => {
    const active = list.activeItems[0]?.hit;
    list.keepScrollPosition = active !== undefined;
    list.items = items;
    const same = active && items.find(({ hit }) => hit?.path === active.path && hit.host === active.host);
    if (same) list.activeItems = [same];
  };
  const draw = (result: SearchResult) => {
    if (choosing !== undefined) return;
    const hits = filterHits(result.hits, filters, Date.now());
    setItems(itemsOf({ ...result, hits }, savedIds(), hit => answers.get(keyOf(hit))));
  };
  let projects: Catalog | undefined;
  /** What the catalog's projects are, in Chinese for those who read it. */
  const inReadersLanguage = (result: SearchResult): SearchResult => ({
    ...result,
    hits: result.hits.map(hit => {
      const project = hit.source === 'catalog' && hit.project !== null ? projects?.project(hit.project) : undefined;
      return project ? { ...hit, description: summaryText(project) } : hit;
    }),
  });
  const answers = new Map<string, LicenseAnswer>();
  let shown: SearchResult | undefined;
  /** What licenses mean here is found out after the hits stand there. */
  const weigh = async (result: SearchResult) => {
    const fresh = result.hits.filter(hit => hit.license !== null && !answers.has(keyOf(hit)));
    if (fresh.length === 0) return;
    await Promise.all(
      fresh.map(async hit => {
        const subject = { license: hit.license ?? '', project: hit.project ?? undefined };
        answers.set(keyOf(hit), await licenses.judge(subject, vscode.window.activeTextEditor?.document.uri));
      }),
    );
    if (shown === result) draw(result);
  };
  const show = (answered: SearchResult) => {
    const result = inReadersLanguage(answered);
    shown = result;
    draw(result);
    weigh(result).catch((error: unknown) => log.warn('license verdicts of search hits', error));
    name(result);
  };
  const name = (result: SearchResult | undefined) => {
    const on = filterText(filters);
    const title = result ? titleOf(result, expand) : vscode.l10n.t('Search Gitee');
    list.title = on === '' ? title : vscode.l10n.t('{0}, only {1}', title, on);
  };
  const chooseFilter = (kind: FilterKind) => {
    choosing = kind;
    list.keepScrollPosition = false;
    list.items = choicesOf(kind, shown?.hits ?? []).map(({ label, value }) => ({
      label: filters[kind] === value ? `$(check) ${label}` : label,
      filter: { value },
      alwaysShow: true,
    }));
  };
  const endChoosing = () => {
    choosing = undefined;
    name(shown);
    if (shown) draw(shown);
    else ask(list.value);
  };
  const run = async (query: string, current: AbortController) => {
    try {
      const engine = await scout.search();
      projects = await scout.catalog();
      // The catalog costs nothing and answers at once: a search that is already aborted ends with it.
      const known = await engine.search(query, { expand, signal: AbortSignal.abort() });
      if (running === current) show(known);
      await typingPause(current.signal);
      if (running !== current) return;
      const result = await engine.search(query, {
        expand,
        signal: current.signal,
        onUpdate: each => {
          if (running === current) show(each);
        },
      });
      if (running === current) show(result);
    } catch (error) {
      if (running !== current) return;
      log.error('search failed', error);
      list.items = [{ label: vscode.l10n.t('$(warning) The search failed. The log says why.'), alwaysShow: true }];
    } finally {
      if (running === current) list.busy = false;
    }
  };
  const ask = (query: string) => {
    running?.abort();
    running = undefined;
    shown = undefined;
    if (query.trim() === '') {
      list.items = recentItems(recent.list());
      list.busy = false;
      return;
    }
    const current = new AbortController();
    running = current;
    list.busy = true;
    void run(query, current);
  };

  const searchLiterally = () => {
    expand = !expand;
    showChoice();
    ask(list.value);
    memory.update(expandKey, expand).then(undefined, (error: unknown) => log.warn('choice of the search', error));
  };
  const showAsList = (result: SearchResult) => {
    const query = list.value;
    const hits = filterHits(result.hits, filters, Date.now());
    recent.add(query).then(undefined, (error: unknown) => log.warn('recent searches', error));
    list.hide();
    view.show({ query, filters: filterText(filters), hits }).catch((error: unknown) => log.error('Search view', error));
  };
  list.onDidChangeValue(query => {
    choosing = undefined;
    ask(query);
  });
  list.onDidTriggerButton(button => {
    const kind = filterKinds.find(each => filterButtons[each] === button);
    if (kind !== undefined) return choosing === kind ? endChoosing() : chooseFilter(kind);
    if (button !== listButton) return searchLiterally();
    if (shown) showAsList(shown);
  });
  list.onDidTriggerItemButton(({ item, button }) => {
    if (button === forgetButton && item.recent !== undefined) {
      return recent.remove(item.recent).then(() => ask(list.value));
    }
    if (!item.hit) return;
    if (button === openButton) return vscode.commands.executeCommand(commands.openOnGitee, targetOf(item.hit));
    if (button === saveButton) return vscode.commands.executeCommand(commands.saveFinding, targetOf(item.hit));
    return;
  });
  list.onDidAccept(() => {
    const item = list.activeItems[0];
    if (choosing !== undefined && item?.filter) {
      filters = withFilter(filters, choosing, item.filter.value);
      return endChoosing();
    }
    if (item?.recent !== undefined) {
      list.value = item.recent;
      return ask(item.recent);
    }
    if (item?.signIn) {
      list.hide();
      void vscode.commands.executeCommand(commands.signIn);
    }
    if (!item?.hit) return;
    recent.add(list.value).then(undefined, (error: unknown) => log.warn('recent searches', error));
    const { hit } = item;
    list.hide();
    void vscode.commands.executeCommand(commands.openProject, targetOf(hit));
  });
  list.onDidHide(() => {
    running?.abort();
    // What still comes in is for nobody, and that it was ended is no failure.
    running = undefined;
    shown = undefined;
    list.dispose();
  });
  list.show();
  ask(start);
}

/** Over when the user stops typing, or at once when this search is no longer wanted. */
function typingPause(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, pause);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function keyOf({ host, path, project, license }: SearchHit): string {
  return [host, path, project, license].join(' ');
}
