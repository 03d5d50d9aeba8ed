import type { ManifestFormat } from '../manifest.ts';
import { parseChart, parseValues } from './parse.ts';

export const chartYaml: ManifestFormat = {
  id: 'Chart.yaml',
  ecosystem: 'helm',
  patterns: ['Chart.yaml', 'Chart.yml'],
  parse: parseChart,
};

export const valuesYaml: ManifestFormat = {
  id: 'values.yaml',
  ecosystem: 'docker',
  patterns: [
    'values.yaml',
    'values.yml',
    'values-*.yaml',
    'values-*.yml',
    'values.*.yaml',
    '*-values.yaml',
    '*.values.yaml',
  ],
  parse: parseValues,
};
