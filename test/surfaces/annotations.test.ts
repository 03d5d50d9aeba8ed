import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotationsOf, annotationText } from '../../src/surfaces/annotations.ts';
import { dependency, suggestion } from './samples.ts';

describe('the note at a dependency', () => {
  const equivalent = suggestion();
  const companion = suggestion({ project: 'echarts', name: 'Apache ECharts', relation: 'complementary' });
  const own = suggestion({ relation: 'same-project' });
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
    ['says that the project has a home on Gitee too', '· also on Gitee', { suggestions: [own] }],
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

    const annotations = annotationsOf({ dependencies: [at('luxon'), at('moment'), at('d3')] }, document);

    assert.deepEqual(
      annotations.map(annotation => [annotation.line, annotation.text]),
      [
        [1, '→ Day.js'],
        [2, '→ Day.js   → Day.js'],
      ],
    );
  });
});
