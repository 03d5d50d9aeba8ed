import assert from 'node:assert/strict';
import { type PrivateNamesInput, readPrivateNames } from '../../../src/core/gitee/privacy/private-names.ts';
import type { Dependency, Ecosystem } from '../../../src/core/model.ts';

function reasonFor(
  name: string,
  ecosystem: Ecosystem,
  input: Partial<PrivateNamesInput>,
  origin: Dependency['origin'] = 'registry',
) {
  const purl = `pkg:${ecosystem}/${name.replace('@', '%40')}`;
  return readPrivateNames({ files: [], environment: {}, globs: [], ...input }).reason(
    { name, purl, origin },
    ecosystem,
  );
}

const npmrc = (text: string) => ({ files: [{ path: '/home/user/.npmrc', text }] });

describe('private names', () => {
  it('lets a public name go', () => {
    assert.equal(reasonFor('moment', 'npm', {}), undefined);
  });

  for (const origin of ['git', 'url', 'path', 'workspace'] as const) {
    it(`keeps what comes from ${origin}`, () => {
      assert.equal(reasonFor('our-tool', 'npm', {}, origin), 'origin');
    });
  }

  it('keeps scopes of another registry, and only them', () => {
    const input = npmrc('@acme:registry=https://npm.acme.example/\n@types:registry=https://registry.npmjs.org/\n');

    assert.equal(reasonFor('@acme/billing', 'npm', input), 'scope');
    assert.equal(reasonFor('@acmeother/billing', 'npm', input), undefined);
    assert.equal(reasonFor('@types/node', 'npm', input), undefined);
    assert.equal(reasonFor('moment', 'npm', input), undefined);
  });

  it('reads the scopes of Yarn', () => {
    const text =
      'npmScopes:\n  acme:\n    npmRegistryServer: "https://npm.acme.example"\n  "open":\n    npmRegistryServer: "https://registry.npmjs.org"\nother: 1\n';
    const input = { files: [{ path: '.yarnrc.yml', text }] };

    assert.equal(reasonFor('@acme/billing', 'npm', input), 'scope');
    assert.equal(reasonFor('@open/thing', 'npm', input), undefined);
  });

  for (const [name, ecosystem, path, text] of [
    ['npm', 'npm', '.npmrc', 'registry = https://npm.acme.example/\n'],
    ['pip', 'pypi', 'pip.conf', '[global]\nextra-index-url = https://pypi.acme.example/simple\n'],
    ['requirements', 'pypi', 'requirements-dev.txt', '--index-url https://pypi.acme.example/simple\nflask\n'],
    [
      'Poetry',
      'pypi',
      'pyproject.toml',
      '[[tool.poetry.source]]\nname = "acme"\nurl = "https://pypi.acme.example/simple"\n',
    ],
    [
      'Maven',
      'maven',
      'pom.xml',
      '<repositories><repository><id>a</id><url>https://nexus.acme.example/maven</url></repository></repositories>',
    ],
    ['Gradle', 'maven', 'settings.gradle.kts', 'maven { url = uri("https://nexus.acme.example/maven") }'],
    ['Cargo', 'cargo', '.cargo/config.toml', '[registries.acme]\nindex = "sparse+https://cargo.acme.example/index/"\n'],
    [
      'NuGet',
      'nuget',
      'NuGet.Config',
      '<packageSources><add key="acme" value="https://nuget.acme.example/v3/index.json" /></packageSources>',
    ],
    [
      'Composer',
      'composer',
      'composer.json',
      '{"repositories":[{"type":"composer","url":"https://composer.acme.example"}]}',
    ],
    ['Bundler', 'gem', 'Gemfile', 'source "https://gems.acme.example"\n'],
    [
      'Bundler for one gem',
      'gem',
      'Gemfile',
      'source "https://rubygems.org"\ngem "x", source: "https://gems.acme.example"\n',
    ],
    ['npm, indented', 'npm', '.npmrc', '  registry=https://npm.acme.example/\n'],
    ['Yarn 1', 'npm', '.yarnrc', 'registry "https://npm.acme.example/"\n'],
    ['Yarn', 'npm', '.yarnrc.yml', 'npmRegistryServer: "https://npm.acme.example"\n'],
    ['Bun', 'npm', 'bunfig.toml', '[install.scopes]\nacme = "https://npm.acme.example/"\n'],
    [
      'pip, in a list below its key',
      'pypi',
      'pip.conf',
      '[global]\nextra-index-url =\n    https://pypi.org/simple\n    https://pypi.acme.example/simple\n',
    ],
    [
      'pip, in a list in one line',
      'pypi',
      'pip.ini',
      '[global]\nextra-index-url = https://pypi.org/simple https://pypi.acme.example/simple\n',
    ],
    ['pip, with a variable', 'pypi', 'pip.conf', '[global]\nindex-url = $' + '{ACME_PYPI}/simple\n'],
    ['requirements by the short option', 'pypi', 'requirements.txt', '-i https://pypi.acme.example/simple\nflask\n'],
    [
      'requirements by two options in one line',
      'pypi',
      'dev-requirements.txt',
      '--index-url https://pypi.org/simple --extra-index-url=https://pypi.acme.example/simple\n',
    ],
    [
      'requirements in their folder',
      'pypi',
      'requirements/dev.txt',
      '--extra-index-url https://pypi.acme.example/simple\n',
    ],
    ['uv', 'pypi', 'uv.toml', 'extra-index-url = ["https://pypi.org/simple", "https://pypi.acme.example/simple"]\n'],
    [
      'uv with a table',
      'pypi',
      'pyproject.toml',
      '[[tool.uv.index]]\nname = "acme"\nurl = "https://pypi.acme.example/simple"\n',
    ],
    [
      'uv in one line',
      'pypi',
      'pyproject.toml',
      '[tool.uv]\nindex = [{ name = "acme", url = "https://pypi.acme.example/simple" }]\n',
    ],
    ['Pipenv', 'pypi', 'Pipfile', '[[source]]\nurl = "https://pypi.acme.example/simple"\n'],
    [
      'Maven for the user',
      'maven',
      '/home/user/.m2/settings.xml',
      '<mirrors><mirror><mirrorOf>*</mirrorOf><url>https://nexus.acme.example/maven</url></mirror></mirrors>',
    ],
    ['Maven, with a variable', 'maven', 'pom.xml', '<repository><url>$' + '{nexus.url}</url></repository>'],
    [
      'Gradle in short',
      'maven',
      'build.gradle.kts',
      'repositories { mavenCentral(); maven("https://nexus.acme.example/maven") }',
    ],
    ['Gradle by a setter', 'maven', 'build.gradle.kts', 'maven { setUrl("https://nexus.acme.example/maven") }'],
    ['Gradle with a variable', 'maven', 'build.gradle', 'maven { url nexusUrl }'],
    ['Gradle in another script', 'maven', 'repositories.gradle', "maven { url 'https://nexus.acme.example/maven' }"],
    [
      'Cargo in place of crates.io',
      'cargo',
      '.cargo/config.toml',
      '[source.acme]\nregistry = "https://cargo.acme.example/index"\n',
    ],
    ['Cargo for one crate', 'cargo', 'Cargo.toml', '[dependencies]\nx = { version = "1", registry = "acme" }\n'],
    [
      'NuGet by a folder',
      'nuget',
      'nuget.config',
      '<packageSources><clear/><add key="a" value="..\\\\packages" /></packageSources>',
    ],
    [
      'Composer, the address first',
      'composer',
      'composer.json',
      '{"repositories":[{"url":"https://composer.acme.example","type":"composer"}]}',
    ],
    [
      'Composer by a repository',
      'composer',
      'composer.json',
      '{"repositories":[{"type":"vcs","url":"git@github.com:acme/tool.git"}]}',
    ],
    ['pub', 'pub', 'pubspec.yaml', 'dependencies:\n  x:\n    hosted: https://pub.acme.example\n'],
  ] as const) {
    it(`keeps all names of ${name} where a registry of one's own is set`, () => {
      assert.equal(reasonFor('anything', ecosystem, { files: [{ path, text }] }), 'registry');
      assert.equal(reasonFor('anything', 'swift', { files: [{ path, text }] }), undefined);
    });
  }

  for (const [ecosystem, path, text] of [
    ['npm', '.npmrc', 'registry=https://registry.npmmirror.com/\n'],
    ['pypi', 'pip.conf', '[global]\nindex-url = https://pypi.tuna.tsinghua.edu.cn/simple\n'],
    [
      'maven',
      'pom.xml',
      '<project><url>https://acme.example/product</url><repositories><repository><url>https://maven.aliyun.com/repository/public</url></repository></repositories></project>',
    ],
    [
      'nuget',
      'nuget.config',
      '<packageSources><add key="nuget.org" value="https://api.nuget.org/v3/index.json" /></packageSources><disabledPackageSources><add key="x" value="true" /></disabledPackageSources>',
    ],
    [
      'pypi',
      'requirements.txt',
      '--extra-index-url https://download.pytorch.org/whl/cu121\n# the url of this is private\n-r base.txt\nflask\n',
    ],
    ['maven', 'build.gradle', '// the url of our server\nmaven { url "https://maven.aliyun.com/repository/public" }'],
    ['pypi', 'Pipfile', 'source = [{url = "https://pypi.org/simple", verify_ssl = true, name = "pypi"}]'],
    ['pypi', 'uv.toml', 'extra-index-url = [\n  "https://pypi.org/simple", # the usual one\n]\n'],
    ['cargo', 'Cargo.toml', 'x = { version = "1", registry = "crates-io" }'],
    ['gem', 'Gemfile', 'source "https://rubygems.org"\n'],
  ] as const) {
    it(`takes a public registry of ${ecosystem} in ${path} as public: ${text.slice(0, 40).trim()}`, () => {
      assert.equal(reasonFor('anything', ecosystem, { files: [{ path, text }] }), undefined);
    });
  }

  it('takes an address that it cannot read as private', () => {
    const variable = '$' + '{ACME_REGISTRY}';

    assert.equal(reasonFor('@acme/x', 'npm', npmrc(`@acme:registry=${variable}\n`)), 'scope');
    assert.equal(reasonFor('x', 'npm', npmrc(`registry=${variable}\n`)), 'registry');
  });

  for (const [pattern, module, expected] of [
    ['git.acme.example', 'git.acme.example/team/tool', 'go-private'],
    ['*.acme.example', 'git.acme.example/team/tool', 'go-private'],
    ['github.com/acme', 'github.com/acme/tool', 'go-private'],
    ['github.com/acme/*', 'github.com/acme/tool/v2', 'go-private'],
    ['github.com/acme', 'github.com/acmeother/tool', undefined],
    ['other.example,git.acme.example', 'git.acme.example/x', 'go-private'],
  ] as const) {
    it(`reads GOPRIVATE ${pattern} for ${module}`, () => {
      assert.equal(reasonFor(module, 'golang', { environment: { GOPRIVATE: pattern } }), expected);
    });
  }

  it('reads scopes however npm and Yarn 1 let them be written', () => {
    for (const text of [
      '  @acme:registry = "https://npm.acme.example/"\r\n',
      '"@acme:registry"="https://npm.acme.example/"',
    ]) {
      assert.equal(reasonFor('@acme/billing', 'npm', npmrc(text)), 'scope', text);
    }
    const yarn = { files: [{ path: '.yarnrc', text: '"@acme:registry" "https://npm.acme.example/"\n' }] };
    assert.equal(reasonFor('@acme/billing', 'npm', yarn), 'scope');
    assert.equal(reasonFor('moment', 'npm', yarn), undefined);
    const environment = { 'npm_config_@acme:registry': 'https://npm.acme.example/' };
    assert.equal(reasonFor('@acme/billing', 'npm', { environment }), 'scope');
    assert.equal(reasonFor('moment', 'npm', { environment }), undefined);
  });

  it("keeps what the user's own patterns name", () => {
    const input = { globs: ['com.acme.*', '@acme/*', 'acme-?'] };

    assert.equal(reasonFor('com.acme.billing:core', 'maven', input), 'user');
    assert.equal(reasonFor('@ACME/billing', 'npm', input), 'user');
    assert.equal(reasonFor('acme-1', 'pypi', input), 'user');
    assert.equal(reasonFor('com.acmeother', 'maven', input), undefined);
  });

  for (const [path, piece] of [
    ['pom.xml', '<repository>'],
    ['nuget.config', '<add value="a" '],
    ['nuget.config', '<packageSources><add value="true"/>'],
    ['build.gradle', 'maven { url url url '],
    ['build.gradle', 'url '],
    ['composer.json', '"type":"composer",'],
    ['composer.json', '"url":"a",'],
    ['pip.conf', ' '],
    ['pip.conf', ' \n'],
    ['pip.conf', 'https://pypi.org/simple '],
    ['requirements.txt', 'index-url = https://pypi.org '],
    ['pubspec.yaml', '\n'],
    ['.npmrc', '@a:registry'],
    ['.yarnrc.yml', 'npmScopes:\n  a:\n'],
    ['Gemfile', 'source '],
  ] as const) {
    it(`does not hang over a file full of ${JSON.stringify(piece)}: ${path}`, () => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));

      assert.equal(reasonFor('x', 'swift', { files: [{ path, text }] }), undefined);
    });
  }

  it('reads the environment', () => {
    assert.equal(
      reasonFor('x', 'pypi', { environment: { PIP_INDEX_URL: 'https://pypi.acme.example/simple' } }),
      'registry',
    );
    assert.equal(reasonFor('x', 'pypi', { environment: { PIP_INDEX_URL: 'https://pypi.org/simple' } }), undefined);
    const cargo = (address: string) => ({ environment: { CARGO_REGISTRIES_ACME_INDEX: address } });
    assert.equal(reasonFor('x', 'cargo', cargo('sparse+https://cargo.acme.example/')), 'registry');
    assert.equal(reasonFor('x', 'cargo', cargo('sparse+https://index.crates.io/')), undefined);
  });
});
