import { javaProjects } from './data/java.ts';
import { javascriptProjects } from './data/javascript.ts';
import { movedProjects } from './data/moved.ts';
import { otherProjects } from './data/other.ts';
import { quirkProjects } from './data/quirks.ts';
import { workflowProjects } from './data/workflow.ts';
import type { ProjectData } from './project-data.ts';

/**
 * What the stand-in holds. Names, licenses and rounded star counts are facts about real projects as public pages showed
 * them up to 2025; every text in it is our own and says so.
 */
export const projects: readonly ProjectData[] = [
  ...javascriptProjects,
  ...javaProjects,
  ...workflowProjects,
  ...otherProjects,
  ...movedProjects,
  ...quirkProjects,
];
