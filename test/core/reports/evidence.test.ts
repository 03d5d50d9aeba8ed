import assert from 'node:assert/strict';
import type { ProjectPage } from '../../../src/core/projects/index.ts';
import { evidenceReport, type ProjectEvidence } from '../../../src/core/reports/index.ts';

const found = {
  kind: 'found',
  source: 'gitee.com',
  receivedAt: '2026-11-24T07:00:00.000Z',
  age: 0,
  stale: false,
} as const;
const missing = { kind: 'missing', message: 'Gitee did not answer.', reason: 'unreachable', retry: true } as const;

const page: ProjectPage = {
  id: 'gitee--someone--tool',
  name: 'some|tool',
  home: { host: 'gitee', path: 'someone/tool', url: 'https://gitee.com/someone/tool' },
  at: '2026-11-24T08:00:00.000Z',
  facts: { kind: 'none', message: 'Not in the catalog.', source: 'Catalog' },
  repository: missing,
  readme: missing,
  license: {
    ...found,
    value: {
      expression: 'MIT AND LicenseRef-additional-terms',
      confidence: 'medium',
      complete: true,
      unread: [{ place: 'NOTICE', message: 'Gitee did not answer.' }],
      evidence: [
        {
          place: 'LICENSE',
          expression: 'MIT AND LicenseRef-additional-terms',
          confidence: 'medium',
          quote: '本项目禁止商用。\n<script>',
          gist: 'no commercial use',
          revision: '0123abcd',
          url: 'https://gitee.com/someone/tool/blob/master/LICENSE',
        },
      ],
    },
  },
  releases: { kind: 'none', message: 'The project has made no release on its host.', source: 'gitee.com' },
  pending: 0,
};
const evidence: ProjectEvidence = {
  page,
  activity: {
    ...found,
    value: {
      since: '2025-11-01T00:00:00Z',
      commits: 340,
      isComplete: true,
      newestAt: '2026-11-20T00:00:00Z',
      newestSha: 'f'.repeat(40),
      authors: 7,
      months: [],
    },
  },
  security: { kind: 'none', message: 'The root folder holds no SECURITY file.', source: 'gitee.com' },
  weighed: {
    own: { expression: 'proprietary', place: 'package.json' },
    use: 'linked',
    distribution: 'shipped',
    verdict: { verdict: 'review', reason: 'Someone has to read it.', duties: ['Keep the notices.'], sources: [] },
  },
  policy: { decision: 'denied', reason: 'Denied by policy.yaml.' },
};

describe('an evidence file', () => {
  const text = evidenceReport(evidence);

  it('says what was found, where, in which version, with its quote and gist', () => {
    assert.match(text, /`MIT AND LicenseRef-additional-terms` \(medium confidence\), read 2026-11-24/);
    assert.match(
      text,
      /\[LICENSE\]\(<https:\/\/gitee\.com\/someone\/tool\/blob\/master\/LICENSE>\).*Git object `0123abcd`/,
    );
    assert.match(text, /> 本项目禁止商用。/);
    assert.match(text, /In English, roughly: no commercial use\./);
    assert.match(text, /NOTICE: Gitee did not answer\./);
  });

  it('tells releases, activity and the newest commit', () => {
    assert.match(text, /\| Last release \| The project has made no release on its host\. \|/);
    assert.match(text, /\| Commits in twelve months \| 340 \|/);
    assert.match(text, /\| Active authors \| 7 among the newest hundred commits \|/);
    assert.match(text, new RegExp(`Newest commit \\| .${'f'.repeat(40)}`));
  });

  it('says "no data" where nobody was asked, and never that there is nothing', () => {
    assert.match(text, /\*\*No data\.\*\*/);
    assert.match(text, /does not mean that there are none/);
    assert.match(text, /\| Last push \| Gitee did not answer\. \|/);
  });

  it('never calls anything compliant, and gives no advice', () => {
    assert.doesNotMatch(text, /complian/i);
    assert.match(text, /no legal advice/);
  });

  it('lists duties to tick off, the policy and the verdict', () => {
    assert.match(text, /- \[ \] Keep the notices\./);
    assert.match(text, /Company policy: \*\*denied\*\*/);
    assert.match(text, /\*\*Someone has to review it\.\*\*/);
  });

  it('holds an entry for a bill of materials', () => {
    const json = /```json\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '';

    assert.deepEqual(JSON.parse(json), {
      type: 'library',
      name: 'some|tool',
      version: 'f'.repeat(40),
      purl: 'pkg:generic/some%7Ctool?vcs_url=git%2Bhttps%3A%2F%2Fgitee.com%2Fsomeone%2Ftool.git',
      licenses: [{ expression: 'MIT AND LicenseRef-additional-terms' }],
      externalReferences: [{ type: 'vcs', url: 'https://gitee.com/someone/tool' }],
    });
  });

  it('is the same for the same data, and shows the signs of others as signs', () => {
    assert.equal(evidenceReport(evidence), text);
    assert.match(text, /^# Evidence: some\\\|tool$/m);
    assert.match(text, /\\<script\\>/);
  });

  it('is whole when nobody answered', () => {
    const nothing = evidenceReport({
      page: { ...page, home: null, license: missing, releases: missing },
      activity: missing,
      security: missing,
    });

    assert.match(nothing, /## License\n\nGitee did not answer\./);
    assert.doesNotMatch(nothing, /undefined|null|NaN/);
  });
});
