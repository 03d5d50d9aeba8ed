import type { ProjectData } from '../project-data.ts';
import { documented } from './documented.ts';

const demonstration =
  '> **演示数据**：并非该项目真正的 README。\n> **Demonstration data**: not the real README of this project.';

const demonstrationOnly = '> **Demonstration data**: not the real README of this project.';

/** Projects that went elsewhere, with the notices that such projects leave behind. */
export const movedProjects: readonly ProjectData[] = [
  {
    path: 'src-openeuler/kernel',
    ownerName: 'src-openEuler',
    description:
      '本项目已经迁移至 AtomGit || This project has been migrated to AtomGit || Linked: https://atomgit.com/openeuler/kernel',
    stars: 100,
    language: 'C',
    license: 'GPL-2.0',
    status: '关闭',
    pushedAt: '2025-12-20T10:00:00+08:00',
    files: () => ({
      'README.md': `# 通知: 本项目已经正式迁移至 [AtomGit](https://atomgit.com/openeuler/kernel) 平台\n\n${demonstration}\n`,
      'README.en.md': `# Notice: This project has been migrated to [AtomGit](https://atomgit.com/openeuler/kernel)\n\n${demonstrationOnly}\n`,
    }),
  },
  {
    path: 'ascend/pytorch',
    ownerName: 'Ascend',
    description: '本仓库已停止维护，请前往 https://gitcode.com/Ascend/pytorch',
    stars: 500,
    language: 'C++',
    license: 'BSD-3-Clause',
    status: '暂停',
    pushedAt: '2025-10-30T10:00:00+08:00',
    files: () => ({ 'README.md': `# Ascend Extension for PyTorch\n\n${demonstration}\n\n本仓库已停止维护。\n` }),
  },
  documented({
    path: 'mindspore/mindspore',
    ownerName: 'MindSpore',
    name: 'mindspore',
    description: 'MindSpore is a new open source deep learning training/inference framework',
    stars: 8500,
    language: 'C++',
    license: 'Apache-2.0',
    status: '关闭',
    pushedAt: '2025-12-01T10:00:00+08:00',
    keywords: ['深度学习框架'],
    zh: {
      title: 'MindSpore',
      tagline: '端边云全场景深度学习框架',
      intro: '自动微分、自动并行、一次训练多处部署。',
      features: ['函数式自动微分', '自动并行', '端边云协同'],
      install: ['bash', 'pip install mindspore'],
      start: ['python', 'import mindspore\n\nprint(mindspore.__version__)'],
      table: [
        ['硬件', '状态'],
        ['Ascend', '支持'],
        ['GPU', '支持'],
      ],
    },
  }),
];
