/** What has to be shown wherever verdicts are: the tables' authors ask for it. */
export const attributions = [
  {
    name: 'OSADL compatibility matrix',
    date: '2024-11-04',
    license: 'CC-BY-4.0',
    url: 'https://www.osadl.org/checklists',
    text: 'License compatibility data: (C) 2017 - 2024 OSADL eG and contributors, CC-BY-4.0, https://www.osadl.org/checklists, changed (subset, re-keyed). OSADL gives no warranty and does not endorse this use.',
  },
  {
    name: 'RecLicense compatibility table',
    date: '2024-11-17',
    license: 'MulanPSL-2.0',
    url: 'https://github.com/osslab-pku/RecLicense',
    text: 'License compatibility data: RecLicense, Open Source Software Data Analytics Lab @ PKU-SEI; JSON form (C) Henrik Sandklef; MulanPSL-2.0, https://github.com/osslab-pku/RecLicense, changed (subset).',
  },
  {
    name: 'SPDX License List',
    date: '2026-07',
    license: 'CC0-1.0',
    url: 'https://spdx.org/licenses/',
    text: 'License texts for comparison: SPDX License List, by way of spdx-license-list, CC0-1.0.',
  },
] as const;
