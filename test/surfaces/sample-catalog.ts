import { type Catalog, catalogOf } from '../../src/core/catalog/catalog.ts';
import type { Project } from '../../src/core/model.ts';

const dayjs: Project = {
  id: 'dayjs',
  name: { en: 'Day.js' },
  summary: { en: 'Dates in 2 kB', zh: '轻量的日期库' },
  homes: [{ host: 'github', path: 'iamkun/dayjs', kind: 'primary' }],
  license: 'MIT',
  purls: ['pkg:npm/dayjs'],
  capabilities: ['date-time'],
  form: 'library',
  steward: { name: 'iamkun', kind: 'person' },
  status: 'active',
  documentation: ['en', 'zh'],
  reservations: [],
  evidence: [],
};

const sample = catalogOf({
  capabilities: [
    {
      id: 'date-time',
      label: 'date and time',
      plural: 'date-time libraries',
      effort: 'similar',
      zh: ['日期'],
      specificity: 'narrow',
      neighbors: [],
    },
  ],
  projects: [dayjs],
  packages: new Map([['npm', new Map([['moment', ['date-time']]])]]),
  silent: new Map(),
  edges: [],
  publishers: [],
  published: new Map(),
});

/** A catalog that knows moment and Day.js. */
export async function sampleCatalog(): Promise<Catalog> {
  return sample;
}
