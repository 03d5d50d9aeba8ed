import * as vscode from 'vscode';
import type { FindingCheck, FindingGrouping, FindingLocation } from '../../core/findings/index.ts';
import type { Store } from '../../core/ports.ts';
import { contextKeys } from '../contributions.ts';

export const groupings = ['status', 'tag', 'place', 'capability'] as const satisfies readonly FindingGrouping[];

const groupingKey = 'findings.grouping';

/** How the view is arranged just now, and what a check has found. The grouping is kept; filter and news are of today. */
export interface ViewState extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  grouping(): FindingGrouping;
  setGrouping(grouping: FindingGrouping): Promise<void>;
  filter(): string;
  setFilter(text: string): void;
  checkOf(location: FindingLocation): FindingCheck | undefined;
  setCheck(location: FindingLocation, check: FindingCheck): void;
}

export function createViewState(memory: Store): ViewState {
  const changed = new vscode.EventEmitter<void>();
  const checks = new Map<string, FindingCheck>();
  let filter = '';
  const key = ({ place, path }: FindingLocation) => `${place}\n${path}`;
  return {
    onDidChange: changed.event,
    grouping: () => groupings.find(each => each === memory.get<unknown>(groupingKey)) ?? 'status',
    setGrouping: async grouping => {
      await memory.update(groupingKey, grouping);
      changed.fire();
    },
    filter: () => filter,
    setFilter: text => {
      filter = text.trim();
      void vscode.commands.executeCommand('setContext', contextKeys.findingsFiltered, filter !== '');
      changed.fire();
    },
    checkOf: location => checks.get(key(location)),
    setCheck: (location, check) => {
      checks.set(key(location), check);
      changed.fire();
    },
    dispose: () => changed.dispose(),
  };
}
