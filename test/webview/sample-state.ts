import type { PageState, ReadmeText } from '../../src/webview/protocol.ts';

const at = '2026-11-24T08:00:00.000Z';
const found = { source: 'gitee.com', receivedAt: at, age: 0, stale: false } as const;

/** A page as it looks when everything has answered. */
export const fullState: PageState = {
  page: {
    id: 'hutool',
    name: 'Hutool',
    home: { host: 'gitee', path: 'chinabugotech/hutool', url: 'https://gitee.com/chinabugotech/hutool' },
    at,
    pending: 0,
    facts: {
      kind: 'found',
      source: 'Catalog of Gitee Scout',
      receivedAt: '2026-11-20T00:00:00.000Z',
      age: 0,
      stale: false,
      value: {
        id: 'hutool',
        name: { en: 'Hutool', zh: '糊涂工具箱' },
        summary: {
          en: 'A set of small utilities for Java: dates, HTTP, crypto, spreadsheets, reflection.',
          zh: '小而全的 Java 工具类库',
        },
        homes: [
          { host: 'gitee', path: 'chinabugotech/hutool', kind: 'dual' },
          { host: 'github', path: 'chinabugotech/hutool', kind: 'dual' },
        ],
        license: 'MulanPSL-2.0',
        purls: ['pkg:maven/cn.hutool/hutool-all', 'pkg:maven/cn.hutool/hutool-core'],
        capabilities: ['utility-library'],
        form: 'library',
        steward: { name: 'Chinabugotech', kind: 'company' },
        status: 'active',
        documentation: ['zh', 'en'],
        homepage: 'https://hutool.cn',
        reservations: [
          {
            severity: 'caution',
            text: 'The project changed its owner in 2025; names of its repositories changed with it.',
            source: 'https://gitee.com/chinabugotech/hutool',
          },
        ],
        evidence: [],
      },
    },
    repository: {
      kind: 'found',
      ...found,
      value: {
        host: 'gitee',
        path: 'chinabugotech/hutool',
        name: 'hutool',
        description: '小而全的Java工具类库',
        url: 'https://gitee.com/chinabugotech/hutool',
        cloneUrl: 'https://gitee.com/chinabugotech/hutool.git',
        stars: 29412,
        forks: 8123,
        watchers: 1200,
        openIssues: 210,
        language: 'Java',
        license: 'MulanPSL-2.0',
        defaultBranch: 'v5-master',
        createdAt: '2014-08-01T00:00:00+08:00',
        pushedAt: '2026-11-18T10:00:00+08:00',
        fork: false,
        parent: null,
        recommended: true,
        state: 'open',
        homepage: 'https://hutool.cn',
        movedTo: null,
      },
    },
    readme: {
      kind: 'found',
      ...found,
      url: 'https://gitee.com/chinabugotech/hutool/blob/v5-master/README-EN.md',
      value: {
        path: 'README-EN.md',
        language: 'en',
        version: 'own',
        others: [{ path: 'README.md', language: 'zh' }],
      },
    },
    license: {
      kind: 'found',
      ...found,
      value: {
        expression: 'MulanPSL-2.0',
        confidence: 'high',
        complete: true,
        unread: [],
        evidence: [
          { place: 'catalog', expression: 'MulanPSL-2.0', confidence: 'medium' },
          { place: 'gitee field', expression: 'MulanPSL-2.0', confidence: 'medium' },
          {
            place: 'LICENSE',
            expression: 'MulanPSL-2.0',
            confidence: 'high',
            quote: 'Copyright (c) 2023 looly\nHutool is licensed under Mulan PSL v2.',
            url: 'https://gitee.com/chinabugotech/hutool/blob/v5-master/LICENSE',
          },
        ],
      },
    },
    releases: {
      kind: 'found',
      ...found,
      value: [
        { tag: '5.8.41', name: '5.8.41', createdAt: '2026-10-02T00:00:00+08:00', prerelease: false },
        { tag: '6.0.0-M22', name: '6.0 第22个里程碑', createdAt: '2026-08-12T00:00:00+08:00', prerelease: true },
        { tag: '5.8.40', name: '5.8.40', createdAt: '2026-07-01T00:00:00+08:00', prerelease: false },
        { tag: '5.8.39', name: '5.8.39', createdAt: null, prerelease: false },
      ],
    },
  },
  dataHost: null,
  readerLanguage: 'en',
  capabilities: ['Utility library', 'HTTP client'],
  coordinates: [
    { purl: 'pkg:maven/cn.hutool/hutool-all', ecosystem: 'maven', label: 'Maven', text: 'cn.hutool:hutool-all' },
    { purl: 'pkg:maven/cn.hutool/hutool-core', ecosystem: 'maven', label: 'Maven', text: 'cn.hutool:hutool-core' },
  ],
  places: [
    { purl: 'pkg:maven/cn.hutool/hutool-all', usedIn: [], addable: true },
    { purl: 'pkg:maven/cn.hutool/hutool-core', usedIn: ['tools/pom.xml'], addable: false },
  ],
  dependencies: [
    {
      name: 'com.google.guava:guava',
      purl: 'pkg:maven/com.google.guava/guava',
      requirement: '33.2.1-jre',
      manifest: 'server/pom.xml',
      uri: 'file:///work/server/pom.xml',
      relation: 'equivalent',
      effort: 'similar',
      reason: 'Both are general utility libraries for Java.',
    },
  ],
  license: {
    own: { expression: 'Apache-2.0', place: 'LICENSE' },
    use: 'linked',
    distribution: 'shipped',
    verdict: {
      verdict: 'fits-with-duties',
      reason: 'MulanPSL-2.0 is permissive and may be part of a work under Apache-2.0.',
      duties: [
        'Give every recipient a copy of the license.',
        'Keep copyright, patent, trademark and disclaimer notices.',
      ],
      sources: ['Mulan PSL v2, section 4: https://license.coscl.org.cn/MulanPSL2'],
    },
    policy: { decision: 'denied', reason: 'MulanPSL-2.0 is denied by .gitee-scout/policy.yaml (no Chinese text).' },
    change: {
      kind: 'other',
      sentence: 'It was Apache-2.0 when it was saved; today it is MulanPSL-2.0. Check its duties again.',
    },
    quoteEngine: null,
    quotes: [],
    data: [
      {
        name: 'OSADL compatibility matrix',
        date: '2024-11-04',
        url: 'https://www.osadl.org/checklists',
        text: 'License compatibility data: (C) 2017 - 2024 OSADL eG and contributors, CC-BY-4.0.',
      },
    ],
  },
  finding: null,
  engines: [],
  translation: { kind: 'idle' },
  activity: null,
  contributors: {
    kind: 'found',
    ...found,
    value: [
      { name: 'Looly', contributions: 3120 },
      { name: '李明', contributions: 41 },
      { name: 'demo', contributions: 17 },
      { name: 'four', contributions: 5 },
      { name: 'five', contributions: 4 },
      { name: 'six', contributions: null },
    ],
  },
  similar: [
    {
      project: 'fastjson2',
      name: 'fastjson2',
      summary: 'A fast JSON library for Java.',
      reason: 'Hutool does, among other things, what fastjson2 is for: Java JSON.',
      capabilities: ['java-json'],
    },
  ],
};

/** A page of a project that the catalog does not know, with a Chinese README and engines to choose from. */
export const chineseState: PageState = {
  ...fullState,
  dataHost: { name: '127.0.0.1:4000', local: true },
  page: {
    ...fullState.page,
    id: 'gitee--someone--tool',
    name: 'someone/tool',
    facts: { kind: 'none', message: 'Not in the catalog.', source: 'Catalog of Gitee Scout' },
    readme: {
      kind: 'found',
      ...found,
      stale: true,
      receivedAt: '2026-11-10T08:00:00.000Z',
      notice: 'Gitee did not answer within 20 seconds.',
      value: { path: 'README.md', language: 'zh', version: 'original', others: [] },
    },
    license: {
      kind: 'found',
      ...found,
      value: {
        expression: 'NOASSERTION',
        confidence: 'low',
        complete: true,
        conflict: 'The license field says MIT, the LICENSE file adds a restriction on commercial use.',
        unread: [{ place: 'LICENSE', message: 'Gitee did not answer within 20 seconds.' }],
        evidence: [
          { place: 'gitee field', expression: 'MIT', confidence: 'medium' },
          {
            place: 'LICENSE',
            expression: 'MIT AND LicenseRef-additional-terms',
            confidence: 'medium',
            quote: '本项目禁止商用。',
            gist: 'no commercial use',
            revision: '0123456789abcdef0123456789abcdef01234567',
          },
        ],
      },
    },
    releases: {
      kind: 'missing',
      message: 'Gitee did not answer within 20 seconds.',
      reason: 'unreachable',
      retry: true,
    },
  },
  capabilities: [],
  coordinates: [],
  places: [],
  similar: [],
  contributors: {
    kind: 'missing',
    message: 'Only a few requests are left.',
    reason: 'limited',
    retry: true,
  },
  dependencies: [],
  license: {
    own: null,
    use: 'linked',
    distribution: 'shipped',
    verdict: null,
    policy: null,
    change: null,
    quoteEngine: null,
    quotes: [],
    data: [],
  },
  finding: { status: 'evaluating', note: 'Looks small and sharp.', savedAt: '2026-11-01T10:00:00.000Z' },
  engines: [
    { id: 'libretranslate', label: 'LibreTranslate', destination: 'translate.example.org', partial: false },
    { id: 'bergamot', label: 'on-device translation', destination: '', partial: false },
  ],
};

/** A page on which somebody asked for the activity. */
export const activeState: PageState = {
  ...fullState,
  activity: {
    kind: 'found',
    ...found,
    value: {
      since: '2025-11-24T00:00:00.000Z',
      commits: 431,
      isComplete: true,
      newestAt: '2026-11-18T10:00:00+08:00',
      authors: 17,
      months: [
        { month: '2026-07', commits: 12 },
        { month: '2026-08', commits: 31 },
        { month: '2026-09', commits: 8 },
        { month: '2026-10', commits: 0 },
        { month: '2026-11', commits: 49 },
      ],
    },
  },
};

/** A page without network: only the catalog speaks. */
export const offlineState: PageState = {
  ...fullState,
  contributors: null,
  page: {
    ...fullState.page,
    repository: { kind: 'missing', message: 'You are offline.', reason: 'offline', retry: true },
    readme: {
      kind: 'missing',
      message: 'You are offline, and this README was never read before.',
      reason: 'offline',
      retry: true,
    },
    releases: { kind: 'missing', message: 'You are offline.', reason: 'offline', retry: true },
  },
};

/** The first moment: the catalog has spoken, nobody else yet. */
export const loadingState: PageState = {
  ...fullState,
  contributors: null,
  page: {
    ...fullState.page,
    repository: { kind: 'loading' },
    readme: { kind: 'loading' },
    license: { kind: 'loading' },
    releases: { kind: 'loading' },
    pending: 4,
  },
  license: { ...fullState.license, verdict: null },
};

export const readmeText: ReadmeText = {
  language: 'en',
  blockedHosts: ['img.shields.io', 'foruda.gitee.com'],
  html: `<h1 id="user-content-hutool">Hutool</h1>
<p>A set of tools that keep Java sweet. See <a href="#install">installation</a> and the <a href="https://hutool.cn/docs">documentation</a>.</p>
<ul><li>Dates, <code>DateUtil.parse("2026-01-01")</code></li><li>HTTP</li></ul>
<blockquote><p>Small things, done well.</p></blockquote>
<h2 id="user-content-install">Install</h2>
<pre><code class="language-xml">&lt;dependency&gt;
    &lt;groupId&gt;cn.hutool&lt;/groupId&gt;
    &lt;artifactId&gt;hutool-all&lt;/artifactId&gt;
&lt;/dependency&gt;
</code></pre>
<h4 id="user-content-modules">Modules</h4>
<table><thead><tr><th>Module</th><th>What it does</th></tr></thead><tbody><tr><td>hutool-core</td><td>Beans, dates, collections</td></tr><tr><td>hutool-http</td><td>HTTP client</td></tr></tbody></table>
<ul><li><input type="checkbox" disabled checked> tested</li></ul>`,
};

/** A Chinese README that was translated on this device. */
export const translatedState = {
  ...chineseState,
  translation: {
    kind: 'done',
    engine: 'bergamot',
    engineVersion: 'zh-en-2.0',
    translatedAt: at,
    untranslated: 0,
    missing: 0,
    sentences: 2,
    codeComments: false,
  },
} as const satisfies PageState;
const translatedFiller = Array.from(
  { length: 40 },
  (_, index) => `<p data-block="${index + 3}">填充 ${index}</p>`,
).join('\n');
const translatedHtml = (one: string, other: string) =>
  `<h1 data-block="0" id="user-content-a">${one}</h1>\n<p data-block="1">${other}</p>\n<pre data-block="2"><code>npm i</code></pre>\n${translatedFiller}`;
/** Its texts: three sentences, one corrected by a person, and many paragraphs. */
export const translatedTexts = {
  kind: 'readme',
  original: {
    html: translatedHtml('标题', '第一句。使用<code>npm</code>安装信创。'),
    language: 'zh-Hans',
    blockedHosts: [],
  },
  translated: {
    html: translatedHtml('Title', 'First one. Install Xinchuang with <code>npm</code> now.'),
    language: 'en',
    blockedHosts: [],
    sentences: [
      { block: 0, original: '标题', words: ['Title'], corrected: false },
      { block: 1, original: '第一句。', words: ['First one.'], corrected: false },
      { block: 1, original: '使用npm安装信创。', words: ['Install Xinchuang with ', ' now.'], corrected: true },
    ],
    left: [
      { block: 5, original: '填充 2' },
      { block: 7, original: 'not there word for word' },
    ],
    notes: [{ word: 'Xinchuang', note: 'The national programme for own technology.' }],
  },
  shape: { chinese: 42, pieces: 42, comments: 3, pictures: 0 },
} as const;
