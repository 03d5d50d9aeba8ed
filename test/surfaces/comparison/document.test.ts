import assert from 'node:assert/strict';
import { type ComparisonColumn, compare } from '../../../src/core/comparison/index.ts';
import { comparisonDocument } from '../../../src/surfaces/comparison/document.ts';

const column = (name: string, more: Partial<ComparisonColumn> = {}): ComparisonColumn => ({
  name,
  kind: 'candidate',
  capabilities: [],
  ...more,
});

function drawn(columns: readonly ComparisonColumn[], programs: readonly string[] = []): string {
  return comparisonDocument({
    comparison: compare(columns),
    remarks: [],
    programs,
    title: 'Compare',
    cspSource: 'none',
    styleUris: [],
    capability: id => id,
    loading: false,
  });
}

describe('the document of a comparison', () => {
  it('says under a verdict why it is so', () => {
    const reason = 'It is not certain that the license is MIT: read <the> license text first.';
    const html = drawn([column('moment', { verdict: { verdict: 'review', reason, duties: [], sources: [] } })]);

    assert.match(html, /<li>have it reviewed<\/li><li>It is not certain that the license is MIT: read &lt;the&gt; /);
  });

  it('offers to ask the package managers that were not asked, and only those', () => {
    const html = drawn([column('requests', { purl: 'pkg:pypi/requests' })], ['pip']);

    assert.match(html, /Not asked: pip\. <a href="command:giteeScout\.askPackageManagers">Ask pip<\/a>/);
    assert.doesNotMatch(drawn([column('moment')]), /askPackageManagers/);
  });
});
