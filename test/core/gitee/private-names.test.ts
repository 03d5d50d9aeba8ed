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
    ['nuget', 'nuget.config', '<add key="nuget.org" value="https://api.nuget.org/v3/index.json" />'],
  ] as const) {
    it(`takes a public mirror of ${ecosystem} as public`, () => {
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

  it("keeps what the user's own patterns name", () => {
    const input = { globs: ['com.acme.*', '@acme/*', 'acme-?'] };

    assert.equal(reasonFor('com.acme.billing:core', 'maven', input), 'user');
    assert.equal(reasonFor('@ACME/billing', 'npm', input), 'user');
    assert.equal(reasonFor('acme-1', 'pypi', input), 'user');
    assert.equal(reasonFor('com.acmeother', 'maven', input), undefined);
  });

  it('reads the environment', () => {
    assert.equal(
      reasonFor('x', 'pypi', { environment: { PIP_INDEX_URL: 'https://pypi.acme.example/simple' } }),
      'registry',
    );
    assert.equal(reasonFor('x', 'pypi', { environment: { PIP_INDEX_URL: 'https://pypi.org/simple' } }), undefined);
  });
});
