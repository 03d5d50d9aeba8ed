import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { itemOf } from '../../../src/surfaces/findings/items.ts';
import { findingNode } from '../../../src/surfaces/findings/nodes.ts';
import { sampleFinding } from '../../core/findings/sample-finding.ts';

describe('the row of a finding', () => {
  const rowOf = (note: string) => {
    const saved = { place: 'team', path: 'forest.md', finding: sampleFinding('forest', { note }) };
    const facts = { group: 'candidate', due: false, check: undefined, place: undefined };
    const { description, tooltip, accessibilityInformation } = itemOf(findingNode(saved, facts));
    assert.ok(typeof description === 'string' && tooltip instanceof vscode.MarkdownString);
    return { description, tooltip: tooltip.value, spoken: accessibilityInformation?.label ?? '' };
  };

  it('has the first line of the note, and the tooltip all of it', () => {
    const { description, tooltip } = rowOf('In the shop.\n\nSince March.');

    assert.match(description, /In the shop\.$/);
    assert.match(tooltip, /Since March/);
  });

  it('has a little of a note as long as a book, which would stop the window', () => {
    const { description, tooltip, spoken } = rowOf('A long note. '.repeat(60_000));

    assert.match(description, /A long note.*…$/);
    assert.ok(description.length < 400 && spoken.length < 500 && tooltip.length < 5000);
  });
});
