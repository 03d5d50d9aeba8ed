import * as vscode from 'vscode';
import type { FindingStatus } from '../../core/model.ts';
import { projectMimeType, views } from '../contributions.ts';
import { type ProjectTarget, readProjectTarget } from '../project-target.ts';
import { type ActionDependencies, saveTargets } from './actions.ts';
import type { FindingsNode } from './nodes.ts';

/** Findings being dragged inside the view carry this type: JSON of their locations. */
const findingMimeType = `application/vnd.code.tree.${views.findings.toLowerCase()}`;

/** Suggestions dropped on the view are saved; findings dropped on another status get it. */
export function createDropController(
  dependencies: ActionDependencies,
  attempt: (work: () => Promise<void>) => Promise<void>,
): vscode.TreeDragAndDropController<FindingsNode> {
  return {
    dragMimeTypes: [findingMimeType],
    dropMimeTypes: [projectMimeType, findingMimeType],
    handleDrag: (nodes, transfer) => {
      const locations = nodes.flatMap(node => (node.kind === 'finding' ? [locationOf(node.saved)] : []));
      transfer.set(findingMimeType, new vscode.DataTransferItem(JSON.stringify(locations)));
    },
    handleDrop: (onto, transfer) =>
      attempt(async () => {
        const status = statusOf(onto);
        const targets = readTargets(await transfer.get(projectMimeType)?.asString());
        if (targets.length > 0) await saveTargets(dependencies, targets, status);
        const moved = readJson(await transfer.get(findingMimeType)?.asString());
        if (status === undefined || !Array.isArray(moved)) return;
        const findings = await dependencies.store.findings();
        for (const location of moved.filter(isLocation)) await findings.edit(location, { status });
      }),
  };
}

/** Targets that were dragged here, from this window or another. */
export function readTargets(json: string | undefined): readonly ProjectTarget[] {
  const value = readJson(json);
  return Array.isArray(value) ? value.map(readProjectTarget).filter(target => target !== undefined) : [];
}

function statusOf(node: FindingsNode | undefined): FindingStatus | undefined {
  if (node?.kind === 'status') return node.status;
  return node?.kind === 'finding' ? node.saved.finding.status : undefined;
}

interface Location {
  readonly place: string;
  readonly path: string;
}

function locationOf({ place, path }: Location): Location {
  return { place, path };
}

function isLocation(value: unknown): value is Location {
  if (typeof value !== 'object' || value === null || !('place' in value) || !('path' in value)) return false;
  return typeof value.place === 'string' && typeof value.path === 'string' && !value.path.includes('..');
}

function readJson(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined; // Dropped by somebody else: nothing that we know.
  }
}
