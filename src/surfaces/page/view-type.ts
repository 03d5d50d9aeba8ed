/** Names the panels of project pages for VS Code, over restarts too. */
export const viewType = 'giteeScout.project';
