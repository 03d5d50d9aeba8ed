import type { Capability, Project } from '../../../src/core/model.ts';
import type { SearchableCatalog } from '../../../src/core/search/index.ts';

const project = (id: string, fields: Partial<Project>): Project => ({
  id,
  name: { en: id },
  summary: { en: '', zh: '' },
  homes: [{ host: 'gitee', path: `example/${id}`, kind: 'primary' }],
  license: 'Apache-2.0',
  purls: [],
  capabilities: [],
  form: 'library',
  steward: { name: 'Example', kind: 'community' },
  status: 'active',
  documentation: ['zh'],
  reservations: [],
  evidence: [],
  ...fields,
});

const capability = (id: string, label: string, zh: string[]): Capability => ({
  id,
  label,
  plural: label,
  zh,
  effort: 'similar',
  specificity: 'narrow',
  neighbors: [],
});

const projects = [
  project('flow', {
    name: { en: 'Example Flow', zh: '示例流程' },
    capabilities: ['workflow-engine'],
    summary: { en: 'A light workflow engine', zh: '轻量的工作流引擎' },
  }),
  project('dates', {
    name: { en: 'Dates' },
    capabilities: ['date-time'],
    purls: ['pkg:npm/%40example/dates'],
    homes: [
      { host: 'github', path: 'example/dates', kind: 'primary' },
      { host: 'gitee', path: 'mirrors/dates', kind: 'community-mirror' },
    ],
  }),
  project('gone', { name: { en: 'Gone' }, homes: [{ host: 'gitee', path: 'example/gone', kind: 'moved' }] }),
];
const capabilities = [
  capability('workflow-engine', 'workflow engine', ['工作流引擎']),
  capability('date-time', 'date and time handling', ['日期处理']),
];

/** A catalog of three made-up projects. */
export const sampleCatalog: SearchableCatalog = {
  projects: () => projects,
  capabilities: () => capabilities,
  capability: id => capabilities.find(each => each.id === id),
  byHome: (host, path) => projects.find(each => each.homes.some(home => home.host === host && home.path === path)),
};
