import type * as vscode from 'vscode';
import type { IndexedDependency } from './manifest-index.ts';

/** The dependency whose name or requirement is at a position, or the one whose note stands behind the line. */
export function dependencyAt(
  dependencies: readonly IndexedDependency[],
  document: Pick<vscode.TextDocument, 'offsetAt' | 'positionAt' | 'lineAt'>,
  position: vscode.Position,
): IndexedDependency | undefined {
  const offset = document.offsetAt(position);
  const inside = dependencies.find(
    ({ nameRange, requirementRange }) =>
      contains(nameRange, offset) || (requirementRange !== null && contains(requirementRange, offset)),
  );
  if (inside || !position.isEqual(document.lineAt(position.line).range.end)) return inside;
  return dependencies.find(({ nameRange }) => document.positionAt(nameRange[1]).line === position.line);
}

function contains([start, end]: readonly [number, number], offset: number): boolean {
  return start <= offset && offset <= end;
}
