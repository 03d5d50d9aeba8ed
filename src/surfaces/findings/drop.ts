import * as vscode from 'vscode';
import type { SavedFinding, Undo } from '../../core/findings/index.ts';
import type { FindingStatus } from '../../core/model.ts';
import { projectMimeType, views } from '../contributions.ts';
import { type ProjectTarget, readProjectTarget } from '../project-target.ts';
import { type ActionDependencies, namesOf, saveTargets, transfer } from './actions.ts';
import { isStatus } from './items.ts';
import type { FindingsNode } from './nodes.ts';

/** Findings being dragged inside the view carry this type: JSON of their locations. */
const findingMimeType = `application/vnd.code.tree.${views.findings.toLowerCase()}`;

/**
 * Suggestions dropped on the view are saved. Findings dropped on a heading get what it stands for: the status, the tag,
 * or the place, to which they are moved; that can be taken back, as by the command.
 */
export function createDropController(
  dependencies: ActionDependencies,
  attempt: (work: () => Promise<void>) => Promise<void>,
  offerUndo: (message: string, step: Undo) => void,
): vscode.TreeDragAndDropController<FindingsNode> {
  return {
    dragMimeTypes: [findingMimeType],
    dropMimeTypes: [projectMimeType, findingMimeType],
    handleDrag: (nodes, data) => {
      const locations = nodes.flatMap(node => (node.kind === 'finding' ? [locationOf(node.saved)] : []));
      data.set(findingMimeType, new vscode.DataTransferItem(JSON.stringify(locations)));
    },
    handleDrop: (onto, data) =>
      attempt(async () => {
        const targets = (await textsOf(data, projectMimeType)).flatMap(readTargets);
        if (targets.length > 0) await saveTargets(dependencies, targets, statusOf(onto));
        const moved = readJson(await data.get(findingMimeType)?.asString());
        if (!onto || !Array.isArray(moved)) return;
        const saved = await savedAt(dependencies, moved.filter(isLocation));
        if (onto.kind === 'group' && onto.by === 'place') {
          const step = await transfer(dependencies, 'move', saved, onto.key);
          if (step) offerUndo(vscode.l10n.t('Moved {0}.', namesOf(saved)), step);
        } else await give(dependencies, onto, saved);
      }),
  };
}

async function savedAt(
  { store }: ActionDependencies,
  locations: readonly Location[],
): Promise<readonly SavedFinding[]> {
  const { findings } = await (await store.findings()).list();
  return locations.flatMap(
    location => findings.find(({ place, path }) => place === location.place && path === location.path) ?? [],
  );
}

async function give({ store }: ActionDependencies, onto: FindingsNode, saved: readonly SavedFinding[]): Promise<void> {
  const findings = await store.findings();
  const status = statusOf(onto);
  for (const each of saved) {
    if (status !== undefined) await findings.edit(each, { status });
    else if (onto.kind === 'group' && onto.by === 'tag' && onto.key !== '') {
      await findings.edit(each, { tags: [...new Set([...each.finding.tags, onto.key])] });
    }
  }
}

/**
 * All that was dragged under a type. What comes from another view stands behind an empty text of the same type: VS Code
 * gives it to the browser to show what is dragged, and `get` would find it first.
 */
async function textsOf(data: vscode.DataTransfer, type: string): Promise<readonly string[]> {
  return Promise.all([...data].flatMap(([each, item]) => (each === type ? [item.asString()] : [])));
}

/** Targets that were dragged here, from this window or another. */
export function readTargets(json: string | undefined): readonly ProjectTarget[] {
  const value = readJson(json);
  return Array.isArray(value) ? value.map(readProjectTarget).filter(target => target !== undefined) : [];
}

/** A finding as the target stands for its heading, where the headings are statuses. */
function statusOf(node: FindingsNode | undefined): FindingStatus | undefined {
  if (node?.kind === 'group' && node.by === 'status') return isStatus(node.key) ? node.key : undefined;
  return node?.kind === 'finding' && isStatus(node.group) ? node.group : undefined;
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
