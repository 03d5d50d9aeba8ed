import assert from 'node:assert/strict';
import { addDependency, applyChanges, readManifest, replaceDependency } from '../../../src/core/manifests/index.ts';

/** What becomes of a manifest; what is refused is `undefined`. */
interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** End of the dependency's package URL. */
  readonly of: string;
  readonly by: string;
  readonly version: string;
  readonly replaced: string | undefined;
  readonly added: string | undefined;
}

const dayjs = { of: 'moment', by: 'pkg:npm/dayjs', version: '1.11.13' } as const;
const pyecharts = { of: 'matplotlib', by: 'pkg:pypi/pyecharts', version: '2.0.5' } as const;
const job = { of: 'quartz', by: 'pkg:maven/com.xuxueli/xxl-job-core', version: '2.4.1' } as const;
const salvo = { of: 'actix-web', by: 'pkg:cargo/salvo', version: '0.70.0' } as const;
const sql = { of: 'Dapper', by: 'pkg:nuget/FreeSql', version: '3.5.0' } as const;

/** One line among others: what it becomes, and what comes behind it. */
function line(
  name: string,
  subject: Pick<Case, 'of' | 'by' | 'version'>,
  path: string,
  [before, own, after]: readonly [string, string, string],
  replaced: string | undefined,
  { added = replaced, first = own }: { added?: string | undefined | null; first?: string } = {},
): Case {
  return {
    name,
    path,
    ...subject,
    text: `${before}${own}${after}`,
    replaced: replaced === undefined ? undefined : `${before}${replaced}${after}`,
    added: added === undefined || added === null ? undefined : `${before}${first}${added}${after}`,
  };
}

const requirements = (name: string, own: string, replaced: string | undefined) =>
  line(name, pyecharts, 'requirements.txt', ['flask==3.0.0\n', `${own}\n`, 'zope\n'], replaced && `${replaced}\n`);

const npm = (name: string, own: string, replaced: string | undefined) =>
  line(
    name,
    dayjs,
    'package.json',
    ['{\n  "dependencies": {\n', `    "moment": "${own}",\n`, '    "a": "1"\n  }\n}\n'],
    replaced && `    "dayjs": "${replaced}",\n`,
  );

const cargo = (name: string, own: string, replaced: string | undefined) =>
  line(
    name,
    salvo,
    'Cargo.toml',
    ['[dependencies]\n', `actix-web = ${own}\n`, 'a = "1"\n'],
    replaced && `salvo = ${replaced}\n`,
  );

const poetry = (name: string, own: string, replaced: string | undefined) =>
  line(
    name,
    pyecharts,
    'pyproject.toml',
    ['[tool.poetry.dependencies]\npython = "^3.11"\n', `matplotlib = ${own}\n`, ''],
    replaced && `pyecharts = ${replaced}\n`,
  );

function pom(name: string, rest: string, expected: string | undefined, added = expected): Case {
  const element = (group: string, artifact: string, end: string) =>
    `\t\t<dependency>\n\t\t\t<groupId>${group}</groupId>\n\t\t\t<artifactId>${artifact}</artifactId>\n${end}\t\t</dependency>\n`;
  const own = element('org.quartz-scheduler', 'quartz', rest);
  const other = (end: string) => element('com.xuxueli', 'xxl-job-core', end);
  const parts = [
    '<project>\n\t<properties>\n\t\t<quartz.version>2.3.2</quartz.version>\n\t</properties>\n\t<dependencies>\n',
    own,
    '\t</dependencies>\n</project>\n',
  ] as const;
  return line(name, job, 'pom.xml', parts, expected === undefined ? undefined : other(expected), {
    added: added === undefined ? undefined : other(added),
  });
}

const catalog = (name: string, own: string, added: string, replaced = own) => ({
  ...line(name, job, 'gradle/libs.versions.toml', ['[libraries]\na = "a:a:1"\n', `${own}\n`, ''], `${replaced}\n`, {
    added: `${added}\n`,
  }),
});

const gradle = (name: string, own: string, replaced: string, added: string | null = `${replaced}\n`) =>
  line(name, job, 'build.gradle', ['dependencies {\n', `${own}\n`, '}\n'], `${replaced}\n`, { added });

const project = (name: string, path: string, own: string, replaced: string | undefined) =>
  line(name, sql, path, ['<Project>\n  <ItemGroup>\n', own, '  </ItemGroup>\n</Project>\n'], replaced);

const cases: readonly Case[] = [
  npm('package.json: a range up to the next major version', '>=2.29 <3', '>=1.11.13 <2'),
  npm('package.json: a wildcard', '2.x', '1.x'),
  npm('package.json: an exact version', '2.29.4', '1.11.13'),
  npm('package.json: any version stays so', '*', '*'),
  {
    name: 'package.json: nothing for an alias',
    path: 'package.json',
    ...dayjs,
    text: '{"dependencies":{"m":"npm:moment@^2.0.0"}}',
    replaced: undefined,
    added: undefined,
  },
  npm('package.json: nothing for a repository', 'github:moment/moment#2.29.4', undefined),
  npm('package.json: nothing where another file has the version', 'catalog:', undefined),
  {
    name: 'package.json: nothing in what others need',
    path: 'package.json',
    ...dayjs,
    text: '{"overrides":{"moment":"2.29.4"}}',
    replaced: undefined,
    added: undefined,
  },
  line(
    'package.json with Windows line ends and tabs',
    dayjs,
    'package.json',
    ['{\r\n\t"dependencies": {\r\n', '\t\t"moment": "~2.0.0",\r\n', '\t\t"z": "1"\r\n\t}\r\n}\r\n'],
    '\t\t"dayjs": "~1.11.13",\r\n',
  ),
  line(
    'pnpm-workspace.yaml, in a catalog',
    dayjs,
    'pnpm-workspace.yaml',
    ['packages:\n  - a\ncatalog:\n', '  moment: ^2.0.0\n', '  z: ^1.0.0\n'],
    '  dayjs: ^1.11.13\n',
  ),
  line(
    'deno.json: the name for imports stays, or is a new one',
    dayjs,
    'deno.json',
    ['{\n  "imports": {\n', '    "moment": "npm:moment@^2.30",\n', '    "a": "npm:a@1"\n  }\n}\n'],
    '    "moment": "npm:dayjs@^1.11.13",\n',
    { added: '    "dayjs": "npm:dayjs@^1.11.13",\n' },
  ),

  requirements('requirements.txt: a range', 'matplotlib>=3.8,<4', 'pyecharts>=2.0.5,<3'),
  requirements('requirements.txt: a range with spaces', 'matplotlib >= 3.8, < 4', 'pyecharts >= 2.0.5, < 3'),
  requirements('requirements.txt: a limit with its parts', 'matplotlib>=3.8,<4.0.0', 'pyecharts>=2.0.5,<3.0.0'),
  requirements('requirements.txt: an exception of the old one goes', 'matplotlib>=3.8,!=3.9', 'pyecharts>=2.0.5'),
  requirements('requirements.txt: a compatible release', 'matplotlib~=3.8', 'pyecharts~=2.0.5'),
  requirements('requirements.txt: a wildcard', 'matplotlib==3.8.*', 'pyecharts==2.0.*'),
  requirements('requirements.txt: no version', 'matplotlib', 'pyecharts'),
  requirements(
    'requirements.txt: extras go, markers stay',
    'matplotlib[qt]>=3.8; python_version >= "3.9"',
    'pyecharts>=2.0.5; python_version >= "3.9"',
  ),
  requirements('requirements.txt: nothing beside a hash', 'matplotlib==3.8.0 --hash=sha256:aa', undefined),
  requirements('requirements.txt: nothing for an exclusion alone', 'matplotlib!=3.8', undefined),
  line(
    'pyproject.toml: extras go, quotes and markers stay',
    pyecharts,
    'pyproject.toml',
    [
      '[project]\nname = "x"\ndependencies = [\n',
      `    'matplotlib[qt]>=3.8,<4 ; python_version>"3.8"',\n`,
      `    'zope',\n]\n`,
    ],
    `    'pyecharts>=2.0.5,<3 ; python_version>"3.8"',\n`,
  ),
  {
    name: 'pyproject.toml: a remark behind the last one',
    path: 'pyproject.toml',
    ...pyecharts,
    text: '[project]\nname = "x"\ndependencies = [\n  "matplotlib>=3.8" # plots\n]\n',
    replaced: '[project]\nname = "x"\ndependencies = [\n  "pyecharts>=2.0.5" # plots\n]\n',
    added: '[project]\nname = "x"\ndependencies = [\n  "matplotlib>=3.8", "pyecharts>=2.0.5" # plots\n]\n',
  },
  poetry(
    'pyproject.toml of Poetry: a table',
    '{ version = ">=3.8,<4", optional = true }',
    '{ version = ">=2.0.5,<3", optional = true }',
  ),
  poetry('pyproject.toml of Poetry: extras go', '{ version = "^3.8", extras = ["qt"] }', '{ version = "^2.0.5" }'),
  poetry('pyproject.toml of Poetry: a wildcard', '"3.*"', '"2.*"'),
  poetry('pyproject.toml of Poetry: nothing for a repository', '{ git = "https://example.org/m.git" }', undefined),
  line('Pipfile', pyecharts, 'Pipfile', ['[packages]\n', 'matplotlib = ">=3.8"\n', ''], 'pyecharts = ">=2.0.5"\n'),
  line(
    'setup.cfg',
    pyecharts,
    'setup.cfg',
    ['[options]\ninstall_requires =\n', '    matplotlib>=3.8\n', '    zope\n'],
    '    pyecharts>=2.0.5\n',
  ),
  line(
    'environment.yml',
    pyecharts,
    'environment.yml',
    ['dependencies:\n  - python=3.11\n  - pip:\n', '      - matplotlib>=3.8\n', ''],
    '      - pyecharts>=2.0.5\n',
  ),

  pom(
    'pom.xml: the property of the old one stays untouched',
    '\t\t\t<version>${quartz.version}</version>\n',
    '\t\t\t<version>2.4.1</version>\n',
  ),
  pom('pom.xml: a version where a parent gave it', '', '\t\t\t<version>2.4.1</version>\n'),
  pom('pom.xml: a range', '\t\t\t<version>[2.3, 3.0)</version>\n', '\t\t\t<version>[2.4.1, 3.0)</version>\n'),
  pom(
    'pom.xml: the scope stays, exclusions and classifier go',
    '\t\t\t<version>2.3.2</version>\n\t\t\t<classifier>jdk8</classifier>\n\t\t\t<scope>test</scope>\n\t\t\t<exclusions>\n\t\t\t\t<exclusion>\n\t\t\t\t\t<groupId>c</groupId>\n\t\t\t\t\t<artifactId>c</artifactId>\n\t\t\t\t</exclusion>\n\t\t\t</exclusions>\n',
    '\t\t\t<version>2.4.1</version>\n\t\t\t<scope>test</scope>\n',
  ),
  pom('pom.xml: nothing for a set of ranges', '\t\t\t<version>[1,2),(3,4)</version>\n', undefined),
  catalog(
    'Gradle catalog: a module with its version',
    'quartz = { module = "org.quartz-scheduler:quartz", version = "2.3.2" }',
    'xxl-job-core = { module = "com.xuxueli:xxl-job-core", version = "2.4.1" }',
    'quartz = { module = "com.xuxueli:xxl-job-core", version = "2.4.1" }',
  ),
  catalog(
    'Gradle catalog: group and name apart, single quotes',
    "quartz = { group = 'org.quartz-scheduler', name = 'quartz', version = '2.3.2' }",
    "xxl-job-core = { group = 'com.xuxueli', name = 'xxl-job-core', version = '2.4.1' }",
    "quartz = { group = 'com.xuxueli', name = 'xxl-job-core', version = '2.4.1' }",
  ),
  catalog(
    'Gradle catalog: the short form',
    'quartz = "org.quartz-scheduler:quartz:2.3.2"',
    'xxl-job-core = "com.xuxueli:xxl-job-core:2.4.1"',
    'quartz = "com.xuxueli:xxl-job-core:2.4.1"',
  ),
  {
    name: 'Gradle catalog: a version of its own alone is changed, a new entry brings its own',
    path: 'gradle/libs.versions.toml',
    ...job,
    text: '[versions]\nquartz = "2.3.2"\n\n[libraries]\nquartz = { module = "org.quartz-scheduler:quartz", version.ref = "quartz" }\n',
    replaced:
      '[versions]\nquartz = "2.4.1"\n\n[libraries]\nquartz = { module = "com.xuxueli:xxl-job-core", version.ref = "quartz" }\n',
    added:
      '[versions]\nquartz = "2.3.2"\n\n[libraries]\nquartz = { module = "org.quartz-scheduler:quartz", version.ref = "quartz" }\nxxl-job-core = { module = "com.xuxueli:xxl-job-core", version = "2.4.1" }\n',
  },
  {
    name: 'Gradle catalog: a version that others use is left to them',
    path: 'gradle/libs.versions.toml',
    ...job,
    text: '[versions]\nq = "2.3.2"\n[libraries]\nquartz = { module = "org.quartz-scheduler:quartz", version.ref = "q" }\njobs = { module = "org.quartz-scheduler:quartz-jobs", version.ref = "q" }\n',
    replaced:
      '[versions]\nq = "2.3.2"\n[libraries]\nquartz = { module = "com.xuxueli:xxl-job-core", version = "2.4.1" }\njobs = { module = "org.quartz-scheduler:quartz-jobs", version.ref = "q" }\n',
    added:
      '[versions]\nq = "2.3.2"\n[libraries]\nquartz = { module = "org.quartz-scheduler:quartz", version.ref = "q" }\nxxl-job-core = { module = "com.xuxueli:xxl-job-core", version = "2.4.1" }\njobs = { module = "org.quartz-scheduler:quartz-jobs", version.ref = "q" }\n',
  },
  {
    name: 'Gradle catalog: nothing is added where the key is taken',
    path: 'gradle/libs.versions.toml',
    ...job,
    text: '[libraries]\nquartz = "org.quartz-scheduler:quartz:2.3.2"\nxxl-job-core = "other:other:1"\n',
    replaced: '[libraries]\nquartz = "com.xuxueli:xxl-job-core:2.4.1"\nxxl-job-core = "other:other:1"\n',
    added: undefined,
  },
  gradle(
    'build.gradle: named parts',
    "    implementation group: 'org.quartz-scheduler', name: 'quartz', version: '2.3.2'",
    "    implementation group: 'com.xuxueli', name: 'xxl-job-core', version: '2.4.1'",
  ),
  gradle(
    'build.gradle: nothing is added inside of a block',
    "    implementation('org.quartz-scheduler:quartz:2.3.2') {\n        exclude group: 'c'\n    }",
    "    implementation('com.xuxueli:xxl-job-core:2.4.1') {\n        exclude group: 'c'\n    }",
    null,
  ),
  line(
    'build.sbt',
    job,
    'build.sbt',
    ['name := "x"\n', 'libraryDependencies += "org.quartz-scheduler" % "quartz" % "2.3.2"\n', ''],
    'libraryDependencies += "com.xuxueli" % "xxl-job-core" % "2.4.1"\n',
  ),
  {
    name: 'deps.edn on one line: nothing is added',
    path: 'deps.edn',
    ...job,
    text: '{:deps {org.quartz-scheduler/quartz {:mvn/version "2.3.2"}}}\n',
    replaced: '{:deps {com.xuxueli/xxl-job-core {:mvn/version "2.4.1"}}}\n',
    added: undefined,
  },

  cargo('Cargo.toml: a range', '">=4, <5"', '">=0.70.0, <1"'),
  cargo(
    'Cargo.toml: features of the old one go',
    '{ version = "4", features = ["tls"], optional = true }',
    '{ version = "0.70.0", optional = true }',
  ),
  cargo(
    'Cargo.toml: features in front',
    '{ default-features = false, features = ["a", "b"], version = "4" }',
    '{ version = "0.70.0" }',
  ),
  cargo('Cargo.toml: nothing where the workspace has the version', '{ workspace = true }', undefined),
  cargo('Cargo.toml: nothing for a repository', '{ git = "https://example.org/actix" }', undefined),
  {
    name: 'Cargo.toml: a section of its own',
    path: 'Cargo.toml',
    ...salvo,
    text: '[dependencies.actix-web]\nversion = "4"\nfeatures = [\n  "tls",\n]\noptional = true\n\n[features]\nx = []\n',
    replaced: '[dependencies.salvo]\nversion = "0.70.0"\noptional = true\n\n[features]\nx = []\n',
    added: undefined,
  },

  {
    name: 'go.mod: another major version',
    path: 'go.mod',
    of: 'gin-gonic/gin',
    by: 'pkg:golang/github.com/gogf/gf/v2',
    version: 'v2.7.0',
    text: 'module x\n\ngo 1.22\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.9.1 // web\n)\n',
    replaced: 'module x\n\ngo 1.22\n\nrequire (\n\tgithub.com/gogf/gf/v2 v2.7.0 // web\n)\n',
    added:
      'module x\n\ngo 1.22\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.9.1 // web\n\tgithub.com/gogf/gf/v2 v2.7.0 // web\n)\n',
  },
  {
    name: 'go.mod: nothing for what nobody imports',
    path: 'go.mod',
    of: 'gin-gonic/gin',
    by: 'pkg:golang/github.com/gogf/gf/v2',
    version: 'v2.7.0',
    text: 'module x\n\nrequire github.com/gin-gonic/gin v1.9.1 // indirect\n',
    replaced: undefined,
    added: undefined,
  },

  project(
    'csproj: a version as an element',
    'App.csproj',
    '    <PackageReference Include="Dapper">\n      <Version>2.1.0</Version>\n    </PackageReference>\n',
    '    <PackageReference Include="FreeSql">\n      <Version>3.5.0</Version>\n    </PackageReference>\n',
  ),
  project(
    'csproj: nothing where the version is elsewhere',
    'App.csproj',
    '    <PackageReference Include="Dapper" />\n',
    undefined,
  ),
  project(
    'Directory.Packages.props',
    'Directory.Packages.props',
    '    <PackageVersion Include="Dapper" Version="2.1.0" />\n',
    '    <PackageVersion Include="FreeSql" Version="3.5.0" />\n',
  ),
  line(
    'packages.config',
    sql,
    'packages.config',
    ['<packages>\n', '  <package id="Dapper" version="2.1.0" targetFramework="net48" />\n', '</packages>\n'],
    '  <package id="FreeSql" version="3.5.0" targetFramework="net48" />\n',
  ),

  line(
    'composer.json',
    { of: 'guzzlehttp/guzzle', by: 'pkg:composer/overtrue/wechat', version: '6.0.0' },
    'composer.json',
    [
      '{\n    "require": {\n        "php": ">=8",\n',
      '        "guzzlehttp/guzzle": "^7.8",\n',
      '        "z/z": "1"\n    }\n}\n',
    ],
    '        "overtrue/wechat": "^6.0.0",\n',
  ),
  line(
    'Gemfile',
    { of: 'rails', by: 'pkg:gem/x', version: '1.0.0' },
    'Gemfile',
    ["source 'https://rubygems.org'\n", "gem 'rails', '~> 7.1', require: false\n", "gem 'z'\n"],
    "gem 'x', '~> 1.0.0', require: false\n",
  ),
  line(
    'pubspec.yaml',
    { of: 'http', by: 'pkg:pub/dio', version: '5.4.0' },
    'pubspec.yaml',
    ['dependencies:\n', '  http: ^1.2.0\n', '  zeta: any\n'],
    '  dio: ^5.4.0\n',
  ),
  line(
    'mix.exs',
    { of: 'jason', by: 'pkg:hex/y', version: '1.0.0' },
    'mix.exs',
    [
      'defmodule M do\n  defp deps do\n    [\n',
      '      {:jason, "~> 1.4"},\n',
      '      {:z, "~> 1.0"}\n    ]\n  end\nend\n',
    ],
    '      {:y, "~> 1.0.0"},\n',
  ),
  line(
    'Podfile',
    { of: 'AFNetworking', by: 'pkg:cocoapods/YTKNetwork', version: '3.0.0' },
    'Podfile',
    ["target 'x' do\n", "  pod 'AFNetworking', '~> 4.0'\n", 'end\n'],
    "  pod 'YTKNetwork', '~> 3.0.0'\n",
  ),
  line(
    'oh-package.json5',
    { of: 'axios', by: 'pkg:ohpm/%40ohos/x', version: '1.0.0' },
    'oh-package.json5',
    ['{\n  "dependencies": {\n', '    "@ohos/axios": "^2.0.0",\n', '    "@ohos/z": "1"\n  }\n}\n'],
    '    "@ohos/x": "^1.0.0",\n',
  ),
  line(
    'Dockerfile: an image is replaced, and none put beside it',
    { of: 'redis', by: 'pkg:docker/apache/kvrocks', version: '2.8.0' },
    'Dockerfile',
    ['ARG A=1\n', 'FROM redis:7.2\n', 'RUN true\n'],
    'FROM apache/kvrocks:2.8.0\n',
    { added: null },
  ),
  line(
    'compose.yaml: an image is replaced, and none put beside it',
    { of: 'redis', by: 'pkg:docker/apache/kvrocks', version: '2.8.0' },
    'compose.yaml',
    ['services:\n  cache:\n', '    image: redis:7.2\n', '    restart: always\n'],
    '    image: apache/kvrocks:2.8.0\n',
    { added: null },
  ),
];

describe('every format that can be edited', () => {
  for (const { name, path, text, of, by, version, replaced, added } of cases) {
    const dependency = readManifest(path, text)?.dependencies.find(({ purl }) =>
      decodeURIComponent(purl).endsWith(`/${of}`),
    );

    it(`${name}: replaced`, () => {
      assert.ok(dependency);
      const changes = replaceDependency(path, text, dependency, { purl: by, version });

      assert.equal(changes && applyChanges(text, changes), replaced);
    });

    it(`${name}: added`, () => {
      assert.ok(dependency);
      const change = addDependency(path, text, dependency, { purl: by, version });

      assert.equal(change && applyChanges(text, [change]), added);
    });
  }
});
