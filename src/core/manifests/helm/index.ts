import type { ManifestFormat } from '../manifest.ts';
import { parseChart, parseValues } from './parse.ts';

export const chartYaml: ManifestFormat = {
  id: 'Chart.yaml',
  ecosystem: 'helm',
  patterns: ['Chart.yaml', 'Chart.yml'],
  parse: text => parseChart(text),
};

/** What the charts of Helm 2 are made of; Ansible has a file of the same name. */
export const chartRequirements: ManifestFormat = {
  id: 'requirements.yaml',
  ecosystem: 'helm',
  patterns: ['requirements.yaml'],
  accepts: text => /^dependencies:/m.test(text) && /^[ \t-]+repository:/m.test(text),
  parse: text => parseChart(text, 'requirements.yaml'),
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
