import { openCache } from '../../../src/core/cache/index.ts';
import { createGitee } from '../../../src/core/gitee/index.ts';
import type { LicenseEvidence, Project } from '../../../src/core/model.ts';
import { createProjects, type LicenseReader } from '../../../src/core/projects/index.ts';
import type { StandIn } from '../../support/gitee/server.ts';

const ignore = () => undefined;
export const silent = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };

/** 2026-11-24, 08:00 in Berlin. */
export const noon = Date.parse('2026-11-24T08:00:00+01:00');

export const dayjs: Project = {
  id: 'dayjs',
  name: { en: 'Day.js' },
  summary: { en: 'A small date library with the API of Moment.js.', zh: '轻量的日期库' },
  homes: [
    { host: 'github', path: 'iamkun/dayjs', kind: 'primary' },
    { host: 'gitee', path: 'mirrors/dayjs', kind: 'community-mirror' },
  ],
  license: 'MIT',
  purls: ['pkg:npm/dayjs'],
  capabilities: ['date-time'],
  form: 'library',
  steward: { name: 'iamkun', kind: 'person' },
  status: 'active',
  documentation: ['en', 'zh'],
  reservations: [],
  evidence: [{ facts: ['license'], source: 'https://www.npmjs.com/package/dayjs', date: '2026-11-20', quote: 'MIT' }],
};

/** A project that has no home on Gitee. */
export const elsewhere: Project = {
  ...dayjs,
  id: 'elsewhere',
  name: { en: 'Elsewhere' },
  homes: [{ host: 'github', path: 'someone/elsewhere', kind: 'primary' }],
};

/** A project that Gitee still has, closed, while it lives on AtomGit. */
export const moved: Project = {
  ...dayjs,
  id: 'moved',
  name: { en: 'Moved' },
  homes: [
    { host: 'gitee', path: 'iamkun/dayjs', kind: 'moved' },
    { host: 'atomgit', path: 'mindspore/mindspore', kind: 'primary' },
  ],
};

/** A project that is on AtomGit only. */
export const atomgitOnly: Project = {
  ...dayjs,
  id: 'atomgit-only',
  name: { en: 'AtomGit only' },
  homes: [{ host: 'atomgit', path: 'mindspore/mindspore', kind: 'primary' }],
};

const known = [dayjs, elsewhere, moved, atomgitOnly];

const catalog = {
  project: (id: string) => known.find(project => project.id === id),
  byHome: (host: string, path: string) =>
    known.find(({ homes }) => homes.some(home => home.host === host && home.path === path)),
};

const licenses: LicenseReader = {
  identify: text => ({
    expression: text.includes('MIT License') ? 'MIT' : 'NOASSERTION',
    matches: [],
    additions: [],
    confidence: 'high',
  }),
  combine: (evidence: readonly LicenseEvidence[]) => ({
    expression: evidence.at(-1)?.expression ?? 'NOASSERTION',
    confidence: evidence.length > 1 ? 'high' : 'low',
  }),
  inReadme: () => undefined,
};

/** Projects over a real client and the stand-in, with a clock that a test can turn. */
export function openProjects(
  gitee: StandIn,
  network: { offline: boolean } = { offline: false },
  second: { readonly standIn?: StandIn; readonly token?: string | undefined } = {},
) {
  const clock = { at: noon, now: () => clock.at };
  const common = {
    cache: openCache({ clock, log: silent }),
    clock,
    log: silent,
    offline: () => network.offline,
    tuning: { retries: 0, wait: () => Promise.resolve(true) },
  };
  const client = createGitee({ ...common, baseUrl: gitee.apiUrl });
  const { standIn = gitee } = second;
  const other = createGitee({ ...common, host: 'atomgit', baseUrl: standIn.apiUrl, token: async () => second.token });
  const projects = createProjects({
    catalog,
    gitee: client,
    atomgit: async () => other,
    licenses,
    clock,
    log: silent,
  });
  const close = async () => {
    await client.dispose();
    await other.dispose();
  };
  return { projects, clock, network, close };
}
