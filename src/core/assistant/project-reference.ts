import type { Catalog } from '../catalog/index.ts';
import { type ProjectReference, parseReference } from '../projects/index.ts';

/** What a project may be called by. */
export const projectReferenceHelp =
  'Give an id of the catalog (hutool) or owner/repository as on Gitee (dromara/hutool)';

/** The project that a word names; `undefined` when it is none. An id counts only when the catalog has it. */
export function projectReference(text: string, catalog: Catalog): ProjectReference | undefined {
  const reference = parseReference(text);
  if (!reference) return undefined;
  return 'project' in reference && !catalog.project(reference.project) ? undefined : reference;
}
