import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsFor } from '../../src/surfaces/actions/index.ts';
import { diagnosticsOf } from '../../src/surfaces/diagnostics/index.ts';
import { dependency, suggestion } from './samples.ts';

const uri = vscode.Uri.file('/workspace/package.json');
const companion = suggestion({ project: 'echarts', name: 'Apache ECharts', relation: 'complementary' });

describe('the light bulb at a dependency', () => {
  it('opens, saves and ignores', () => {
    const actions = actionsFor(dependency('moment', { suggestions: [suggestion()] }), uri);

    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Open the page of Day.js',
        'Compare moment with alternatives',
        'Save Day.js as finding',
        'Replace moment by Day.js...',
        'Add Day.js beside moment...',
        'Ignore moment here',
        'Ignore moment for everybody in this repository',
      ],
    );
    assert.deepEqual(actions[5]?.command?.arguments, [{ purl: 'pkg:npm/moment', uri: uri.toString() }]);
  });

  it('replaces only by a package of the same ecosystem that does the same job', () => {
    const others = [suggestion({ purls: ['pkg:maven/a/b'] }), companion, suggestion({ relation: 'same-project' })];

    const titles = actionsFor(dependency('moment', { suggestions: others }), uri).map(({ title }) => title);

    assert.deepEqual(
      titles.filter(title => title.startsWith('Replace')),
      [],
    );
  });

  it('stays dark when there is nothing to offer', () => {
    assert.deepEqual(actionsFor(dependency('left-pad'), uri), []);
  });
});

describe('hints', () => {
  it('name what does the same job, and nothing else', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'moment chart.js' });

    const hints = diagnosticsOf(
      {
        dependencies: [
          dependency('moment', { suggestions: [suggestion(), companion] }),
          dependency('chart.js', { suggestions: [companion], nameRange: [7, 15] }),
        ],
      },
      document,
    );

    assert.deepEqual(
      hints.map(({ message, severity, range }) => [message, severity, range.end.character]),
      [['moment: the same job is done by Day.js', vscode.DiagnosticSeverity.Hint, 6]],
    );
  });
});
