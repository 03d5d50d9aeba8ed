import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { migrationNote } from '../../src/surfaces/actions/edit.ts';
import { actionsFor } from '../../src/surfaces/actions/index.ts';
import { diagnosticsOf } from '../../src/surfaces/diagnostics/index.ts';
import { dependency, suggestion } from './samples.ts';

const uri = vscode.Uri.file('/workspace/package.json');
const companion = suggestion({ project: 'echarts', name: 'Apache ECharts', relation: 'complementary' });

describe('the light bulb at a dependency', () => {
  it('opens, saves and ignores', () => {
    const actions = actionsFor(dependency('moment', { suggestions: [suggestion()] }), uri, true);

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

    const titles = actionsFor(dependency('moment', { suggestions: others }), uri, true).map(({ title }) => title);

    assert.deepEqual(
      titles.filter(title => title.startsWith('Replace')),
      [],
    );
  });

  it('adds nothing where one thing stands alone, and edits no address', () => {
    const edits = (fields: Parameters<typeof dependency>[1], canAdd: boolean) =>
      actionsFor(dependency('moment', { suggestions: [suggestion()], ...fields }), uri, canAdd)
        .map(({ title }) => title)
        .filter(title => /^(?:Replace|Add)/.test(title));

    assert.deepEqual(edits({}, false), ['Replace moment by Day.js...']);
    assert.deepEqual(edits({ origin: 'git' }, true), []);
  });

  it('stays dark when there is nothing to offer', () => {
    assert.deepEqual(actionsFor(dependency('left-pad'), uri, true), []);
  });
});

describe('the note on changing over', () => {
  const claim = 'Day.js documents a Moment.js-compatible API';

  it('has the effort, and what a source says with its address', () => {
    const documented = suggestion({
      effort: 'drop-in',
      reasons: [{ kind: 'documented', claim, source: 'https://day.js.org/' }],
    });

    assert.deepEqual(migrationNote(documented), {
      text: `drop-in replacement · ${claim}`,
      source: 'https://day.js.org/',
    });
  });

  it('leads nowhere but to a web page', () => {
    const odd = suggestion({ reasons: [{ kind: 'documented', claim, source: 'command:evil' }] });

    assert.equal(migrationNote(odd).source, undefined);
    assert.deepEqual(migrationNote(suggestion()), { text: 'similar use, code changes', source: undefined });
  });
});

describe('hints', () => {
  it('name what does the same job, and nothing else', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'moment chart.js' });

    const hints = diagnosticsOf(
      {
        recognized: [
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
