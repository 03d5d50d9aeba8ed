/** The table of a workspace's root from which members take `{ workspace = true }`, under the same key. */
export const workspacePlace = '[workspace.dependencies]';
