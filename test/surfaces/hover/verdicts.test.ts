import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rememberVerdicts } from '../../../src/surfaces/hover/verdicts.ts';

const uri = vscode.Uri.file('/workspace/package.json');
const fits = { verdict: 'fits', reason: '', duties: [], sources: [] } as const;

describe('license verdicts in hovers', () => {
  it('are asked for once in a while', async () => {
    let time = 0;
    let asked = 0;
    const { judge } = rememberVerdicts(
      async () => {
        asked += 1;
        return fits;
      },
      () => time,
    );

    await judge('MIT', uri);
    await judge('MIT', uri);
    time += 61_000;
    await judge('MIT', uri);

    assert.equal(asked, 2);
  });

  it('are asked for again when the own license is another one', async () => {
    let asked = 0;
    const { judge, forget } = rememberVerdicts(async () => {
      asked += 1;
      return fits;
    });

    await judge('MIT', uri);
    forget();
    await judge('MIT', uri);

    assert.equal(asked, 2);
  });

  it('are left out when they cannot be found out, and asked for again', async () => {
    let asked = 0;
    const { judge } = rememberVerdicts(async () => {
      asked += 1;
      throw new Error('The license data is damaged.');
    });

    const first = await judge('MIT', uri);
    await judge('MIT', uri);

    assert.equal(first, undefined);
    assert.equal(asked, 2);
  });
});
