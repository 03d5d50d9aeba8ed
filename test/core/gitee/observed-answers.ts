/**
 * Answers in the shapes that Gitee and GitCode were seen to give between 2020 and 2026, with every quirk that was seen:
 * which fields are null, empty, missing or of another type than elsewhere. All values are made up.
 */

const api = 'https://gitee.com/api/v5';

function person(login: string, name: string) {
  return {
    id: 7_000_001,
    login,
    name,
    avatar_url: `https://foruda.gitee.com/avatar/1700000000000000000/7000001_${login}_1700000000.png`,
    url: `${api}/users/${login}`,
    html_url: `https://gitee.com/${login}`,
    remark: '',
    followers_url: `${api}/users/${login}/followers`,
    following_url: `${api}/users/${login}/following_url{/other_user}`,
    type: 'User',
  };
}

const lampOwner = person('lamp-maker', 'lamp-maker');

function project(path: string) {
  return {
    id: 31_000_001,
    full_name: path,
    url: `${api}/repos/${path}`,
    private: false,
    public: true,
    internal: false,
    fork: false,
    // With `.git`, although it is the page and not the clone.
    html_url: `https://gitee.com/${path}.git`,
    ssh_url: `git@gitee.com:${path}.git`,
    branches_url: `${api}/repos/${path}/branches{/branch}`,
    releases_url: `${api}/repos/${path}/releases{/id}`,
    recommend: false,
    language: null,
    has_issues: true,
    outsourced: false,
    parent: null,
    paas: null,
  };
}

/** 2021, with a token: what the account may do is added. */
export const signedInProject = {
  ...project('lamp-maker/lantern'),
  human_name: 'lamp-maker/lantern',
  namespace: { id: 5_000_001, type: 'personal', name: 'lamp-maker', path: 'lamp-maker' },
  path: 'lantern',
  name: 'lantern',
  owner: lampOwner,
  assigner: lampOwner,
  gvp: false,
  description: '',
  homepage: 'https://gitee.com/lamp-maker/lantern',
  forks_count: 0,
  stargazers_count: 0,
  watchers_count: 1,
  default_branch: 'master',
  open_issues_count: 2,
  license: null,
  pushed_at: '2024-03-02T18:10:23+08:00',
  created_at: '2023-01-05T11:24:34+08:00',
  updated_at: '2024-03-02T18:10:27+08:00',
  stared: false,
  watched: true,
  permission: { pull: true, push: true, admin: true },
  relation: 'master',
  assignee: [lampOwner],
  members: ['lamp-maker'],
  status: '开始',
  empty_repo: false,
  programs: [],
  enterprise: null,
};

/** 2021, from the list of an organization: no `status`, the owner is a service account, the display name is its own. */
export const organizationProject = {
  ...project('lighthouse/signal_lite'),
  human_name: 'Lighthouse/signal_lite',
  namespace: { id: 5_000_002, type: 'group', name: 'Lighthouse', path: 'lighthouse' },
  path: 'signal_lite',
  name: 'signal_lite',
  owner: person('lighthouse_robot', 'lighthouse'),
  description: 'Signals for small devices.',
  homepage: '',
  forks_count: 12,
  stargazers_count: 34,
  watchers_count: 5,
  default_branch: 'master',
  open_issues_count: 0,
  license: 'Apache-2.0',
  pushed_at: '2024-06-28T16:06:56+08:00',
  created_at: '2022-08-27T14:41:40+08:00',
};

/** 2023: nothing pushed yet. */
export const emptyPrivateProject = {
  ...signedInProject,
  full_name: 'lamp-maker/drawer',
  html_url: 'https://gitee.com/lamp-maker/drawer.git',
  name: 'drawer',
  private: true,
  public: false,
  homepage: null,
  default_branch: null,
  pushed_at: null,
  project_labels: [],
};

/** 2021: no sizes, for files either. */
export const folder = [
  { type: 'file', size: null, name: 'wick.md', path: 'parts/wick.md', sha: 'a1', url: '', html_url: '', _links: {} },
  { type: 'file', size: null, name: 'oil.md', path: 'parts/oil.md', sha: 'a2', url: '', html_url: '', _links: {} },
  { type: 'dir', size: null, name: 'glass', path: 'parts/glass', sha: 'a3', url: '', html_url: '', _links: {} },
];

export const fileText = '# lantern\n\n灯';

/** 2021; GitCode's of 2024 has the same shape. */
export const file = {
  type: 'file',
  encoding: 'base64',
  size: Buffer.byteLength(fileText),
  name: 'README.md',
  path: 'README.md',
  content: Buffer.from(fileText).toString('base64'),
  sha: 'b1',
  url: `${api}/repos/lamp-maker/lantern/contents/README.md`,
  html_url: 'https://gitee.com/lamp-maker/lantern/blob/0123abc/README.md',
  download_url: 'https://gitee.com/lamp-maker/lantern/raw/0123abc/README.md',
  _links: { self: '', html: '' },
};

function commit(sha: string, date: string, author: unknown) {
  const who = { name: 'Lamp Maker', date, email: 'user@example.com' };
  return {
    url: `${api}/repos/lamp-maker/lantern/commits/${sha}`,
    sha,
    html_url: `https://gitee.com/lamp-maker/lantern/commit/${sha}`,
    comments_url: `${api}/repos/lamp-maker/lantern/commits/${sha}/comments`,
    commit: { author: who, committer: who, message: 'Trim the wick\n', tree: { sha: 'c0', url: '' } },
    author,
    committer: author,
    parents: [{ sha: 'c1', url: '' }],
  };
}

/** 2021. `author` is null where the e-mail address belongs to no account. */
export const commits = [
  commit('c3', '2024-08-23T23:45:53+08:00', lampOwner),
  commit('c2', '2024-08-01T08:00:00+08:00', null),
];

/** 2021: two time zones in one list, no `tagger`, messages may be empty. */
export const tags = [
  { name: 'preview', message: '', commit: { sha: 'd1', date: '2024-08-17T16:01:03+00:00' } },
  { name: '1.1', message: '1.1', commit: { sha: 'd2', date: '2024-03-24T11:29:35+08:00' } },
];

/** 2026: accounts with three fields, no parents, time in UTC although lists have China's. */
export const branch = {
  name: 'master',
  commit: {
    sha: 'e1',
    url: '',
    commit: {
      author: { name: 'lamp-maker', date: '2026-06-11T12:29:54+00:00', email: 'user@example.com' },
      url: '',
      message: 'Initial commit',
      tree: { sha: 'e0', url: '' },
      committer: { name: 'Gitee', date: '2026-06-11T12:29:54+00:00', email: 'user@example.com' },
    },
    author: { url: `${api}/users/lamp-maker`, id: 7_000_001, login: 'lamp-maker' },
    parents: [],
    committer: { url: `${api}/users/gitee-bot`, id: 7_000_002, login: 'gitee-bot' },
  },
  _links: { html: '', self: '' },
  protected: false,
  protection_url: '',
};

/** 2023: line breaks of Windows, and a source archive without a name. */
export const release = {
  id: 300_001,
  tag_name: 'v1.0.1',
  target_commitish: 'f1',
  prerelease: false,
  name: '灯笼 v1.0.0',
  body: '说明：\r\n\r\n- 更亮\r\n',
  author: lampOwner,
  created_at: '2024-07-17T21:22:28+08:00',
  assets: [{ browser_download_url: '', name: 'lantern.zip' }, { browser_download_url: '' }],
};

/** 2026. */
export const user = {
  ...person('lamp-maker', '造灯人'),
  blog: null,
  weibo: null,
  bio: '',
  public_repos: 6,
  public_gists: 0,
  followers: 2,
  following: 3,
  stared: 12,
  watched: 17,
  created_at: '2019-09-15T11:34:30+08:00',
  updated_at: '2026-02-09T00:28:43+08:00',
  email: null,
};

/** 2021: no page address, no count of followers but one of its own. */
export const organization = {
  id: 8_000_001,
  login: 'lighthouse',
  name: 'Lighthouse',
  url: `${api}/orgs/lighthouse`,
  avatar_url: 'https://portrait.gitee.com/uploads/avatars/namespace/1/8000001_lighthouse.png?is_link=true',
  repos_url: `${api}/orgs/lighthouse/repos`,
  events_url: `${api}/orgs/lighthouse/events`,
  members_url: `${api}/orgs/lighthouse/members{/member}`,
  description: '',
  follow_count: 1,
};

/** GitCode, 2024: three levels, other names of addresses, the owner's id is text, no language and no license. */
export const gitcodeProject = {
  id: 1_000_001,
  full_name: 'mirrors/la/lantern',
  human_name: 'Mirrors / la / lantern',
  url: 'https://api.gitcode.com/api/v5/repos/mirrors/la/lantern',
  namespace: { id: 2_000_001, type: 'enterprise', name: 'la', path: 'la', html_url: 'https://gitcode.com/la' },
  path: 'lantern',
  name: 'lantern',
  description: 'Light, from a mirror',
  status: '开始',
  ssh_url_to_repo: 'git@gitcode.com:mirrors/la/lantern.git',
  http_url_to_repo: 'https://gitcode.com/mirrors/la/lantern.git',
  web_url: 'https://gitcode.com/mirrors/la/lantern',
  default_branch: 'main',
  fork: false,
  created_at: '2024-12-18T00:42:15.557+08:00',
  pushed_at: '2025-08-06T23:34:38.476+08:00',
  updated_at: '2025-11-05T10:54:59.948+08:00',
  homepage: 'https://gitcode.com/mirrors/la/lantern',
  members: ['lamp-maker'],
  forks_count: 0,
  stargazers_count: 9,
  relation: '',
  permission: { push: false },
  internal: false,
  open_issues_count: 0,
  has_issue: false,
  watchers_count: 4,
  owner: { id: '69000001', login: 'lamp-maker' },
};

/** The web's own search, 2026: each field is a list, the title a display name, the time without a zone. */
export const webSearch = {
  took: 12,
  hits: {
    total: { value: 2, relation: 'eq' },
    max_score: 10,
    hits: [
      {
        _index: 1027,
        _id: '1',
        _score: 10,
        fields: {
          last_push_at: ['2026-07-21 11:35:58'],
          'count.star': [163],
          title: ['造灯人/Lantern'],
          url: ['https://gitee.com/lamp-maker/lantern'],
          path: ['lantern'],
          'count.fork': [50],
          langs: ['Vue', 'TypeScript'],
          id: [1],
          'owner.path.keyword': ['zz0001'],
        },
      },
      { _index: 1027, _id: '2', _score: 9, fields: { url: ['https://gitee.com/lighthouse/signal_lite'] } },
    ],
  },
};
