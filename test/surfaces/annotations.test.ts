import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotationsOf, annotationText } from '../../src/surfaces/annotations.ts';
import { dependency, publisher, suggestion } from './samples.ts';

describe('the note at a dependency', () => {
  const equivalent = suggestion();
  const companion = suggestion({ project: 'echarts', name: 'Apache ECharts', relation: 'complementary' });
  const own = suggestion({ relation: 'same-project' });
  const published = (fields: Parameters<typeof publisher>[0]) => ({ chinese: true, publisher: publisher(fields) });
  const cases: readonly (readonly [
    name: string,
    text: string | undefined,
    fields: Parameters<typeof dependency>[1],
  ])[] = [
    ['is absent when there is nothing to say', undefined, {}],
    ['names what does the same job', '→ Day.js', { suggestions: [equivalent] }],
    ['counts the others', '→ Day.js, +2', { suggestions: [equivalent, equivalent, companion, equivalent] }],
    ['names a companion when nothing does the same', '+ Apache ECharts', { suggestions: [companion] }],
    ['is a quiet mark for Chinese origin', '· of Chinese origin', { chinese: true, suggestions: [own] }],
    ['names the publisher of a package of Chinese origin', '· published from China: House', published({})],
    [
      'names a Chinese domain',
      '· published from China: a.cn',
      published({ known: 'domain', name: 'a.cn', gitee: null }),
    ],
    ['names an account with its host', '· published from China: gitee.com/house', published({ known: 'account' })],
  ];
  for (const [name, text, fields] of cases) {
    it(name, () => {
      assert.equal(annotationText(dependency('moment', fields)), text);
    });
  }

  it('stands on the line of the name, one for each line', async () => {
    const text = '{\n  "moment": "1",\n  "d3": "2", "luxon": "3"\n}';
    const document = await vscode.workspace.openTextDocument({ content: text, language: 'json' });
    const at = (name: string) =>
      dependency(name, {
        suggestions: [equivalent],
        nameRange: [text.indexOf(name), text.indexOf(name) + name.length],
      });

    const annotations = annotationsOf({ recognized: [at('luxon'), at('moment'), at('d3')] }, document);

    assert.deepEqual(
      annotations.map(annotation => [annotation.line, annotation.text]),
      [
        [1, '→ Day.js'],
        [2, '→ Day.js   → Day.js'],
      ],
    );
  });

  it('is said once where the next line or the same family says the same', async () => {
    const names = ['@a/core', '@a/forms', 'silent', '@a/router', 'moment', 'luxon', 'far', 'dates'];
    const document = await vscode.workspace.openTextDocument({ content: names.join('\n') });
    const at = (name: string, fields: Parameters<typeof dependency>[1] = {}) => {
      const start = names.slice(0, names.indexOf(name)).reduce((sum, before) => sum + before.length + 1, 0);
      return dependency(name, { suggestions: [equivalent], nameRange: [start, start + name.length], ...fields });
    };
    const other = suggestion({ project: 'other' });

    const annotations = annotationsOf(
      {
        recognized: [
          at('@a/core'),
          at('@a/forms'),
          // Of the same family, behind a line without a note.
          at('@a/router'),
          // The same words for another project are news.
          at('moment', { suggestions: [other] }),
          at('luxon', { suggestions: [other] }),
          // No neighbor and no family.
          at('dates', { suggestions: [other] }),
        ],
      },
      document,
    );

    assert.deepEqual(
      annotations.map(({ line, repeats }) => [names[line], repeats]),
      [
        ['@a/core', false],
        ['@a/forms', true],
        ['@a/router', true],
        ['moment', false],
        ['luxon', true],
        ['dates', false],
      ],
    );
  });

  it('is said again in another group of dependencies', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'moment\nluxon' });

    const annotations = annotationsOf(
      {
        recognized: [
          dependency('moment', { suggestions: [equivalent] }),
          dependency('luxon', { suggestions: [equivalent], nameRange: [7, 12], place: 'devDependencies' }),
        ],
      },
      document,
    );

    assert.deepEqual(
      annotations.map(({ repeats }) => repeats),
      [false, false],
    );
  });
});
