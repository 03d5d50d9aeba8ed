import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a team may have written of projects of the catalog. */
const findings = [
  {
    project: 'dayjs',
    name: 'Day.js',
    status: 'evaluating',
    home: 'gitee:iamkun/dayjs',
    license: 'MIT',
    note: 'Try it in the checkout first.',
  },
  {
    project: 'sa-token',
    name: 'Sa-Token',
    status: 'candidate',
    home: 'gitee:dromara/sa-token',
    license: 'Apache-2.0',
    note: 'For the login of the orders service.',
  },
  {
    project: 'echarts',
    name: 'Apache ECharts',
    status: 'adopted',
    home: 'github:apache/echarts',
    license: 'Apache-2.0',
    note: 'Draws the charts of the reports.',
  },
] as const;

/** Writes findings into a workspace that is to be seen in a picture, as its team would have them there. */
export async function writeFindings(workspace: string): Promise<void> {
  const folder = path.join(workspace, '.gitee-scout', 'findings');
  await mkdir(folder, { recursive: true });
  for (const { project, name, status, home, license, note } of findings) {
    const text = `---
version: 2
project: ${project}
status: ${status}
name: ${name}
homes:
  - ${home}
license: ${license}
saved: 2026-11-02T09:00:00Z
---

${note}
`;
    await writeFile(path.join(folder, `${project}.md`), text);
  }
}
