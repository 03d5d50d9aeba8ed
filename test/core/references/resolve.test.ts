import assert from 'node:assert/strict';
import { inclusionsOf, offerOf, resolveManifests } from '../../../src/core/references/index.ts';
import { read, resolvedLines } from '../manifests/reading.ts';

const pom = (inner: string, artifact = 'own') =>
  `<project><groupId>g</groupId><artifactId>${artifact}</artifactId><version>1</version>${inner}</project>`;
const child = (inner: string, parent = 'parent', path = '') =>
  `<project><parent><groupId>g</groupId><artifactId>${parent}</artifactId><version>1</version>${path}</parent><artifactId>child</artifactId>${inner}</project>`;
const uses = (artifact: string, version = '', group = 'x') =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>${version && `<version>${version}</version>`}</dependency>`;

/** A workspace, and what the first of its files comes to. */
const workspaces: Readonly<Record<string, { files: Readonly<Record<string, string>>; expected: readonly string[] }>> = {
  'follows catalogs of pnpm, each to its own': {
    files: {
      'p/a/package.json': '{"dependencies":{"react":"catalog:","vue":"catalog: next","no":"catalog:none"}}',
      'p/pnpm-workspace.yaml':
        'catalog:\n  react: ^19\n  vue: ^2\ncatalogs:\n  next:\n    vue: npm:@vue/compat@^3\n    react: ^20\n',
    },
    expected: [
      'pkg:npm/react catalog: runtime dependencies => ^19',
      'pkg:npm/%40vue/compat catalog: next runtime dependencies => ^3',
      'pkg:npm/no catalog:none runtime dependencies',
    ],
  },
  'follows catalogs of Bun and Yarn': {
    files: {
      'a/package.json': '{"dependencies":{"b":"catalog:","y":"catalog:t"}}',
      'package.json': '{"workspaces":{"catalog":{"b":"1"}}}',
      '.yarnrc.yml': 'catalogs:\n  t:\n    y: 2\n',
    },
    expected: ['pkg:npm/b catalog: runtime dependencies => 1', 'pkg:npm/y catalog:t runtime dependencies => 2'],
  },
  'follows references of overrides to direct dependencies': {
    files: { 'package.json': '{"dependencies":{"a":"^1"},"overrides":{"b":{"a":"$a"}}}' },
    expected: ['pkg:npm/a ^1 runtime dependencies', 'pkg:npm/a $a runtime overrides.b => ^1'],
  },
  'inherits crates of a Cargo workspace, renamed ones too': {
    files: {
      'crates/x/Cargo.toml':
        '[dependencies]\nserde = { workspace = true, features = ["derive"] }\nold.workspace = true\nown.workspace = true\n',
      'Cargo.toml':
        '[workspace.dependencies]\nserde = "1"\nold = { package = "new", version = "2" }\nown = { path = "own", version = "3" }\n',
    },
    expected: [
      'pkg:cargo/serde - runtime [dependencies] => 1',
      'pkg:cargo/new - runtime [dependencies] => 2',
      'pkg:cargo/own - runtime [dependencies] path => 3',
    ],
  },
  'lets a replacement of go.work win': {
    files: {
      'm/go.mod': 'require x.org/x v1\nreplace x.org/x => y.org/y v2\n',
      'go.work': 'use ./m\nreplace x.org/x => ./x\n',
    },
    expected: ['pkg:golang/x.org/x v1 runtime require path => ./x', 'pkg:golang/y.org/y v2 runtime replace'],
  },
  'takes properties and managed versions from a parent': {
    files: {
      'a/pom.xml': child(
        `<dependencies>${uses('a')}${uses('b', '${b.version}')}${uses('c', '${project.version}', '${project.groupId}')}${uses('d')}</dependencies>`,
      ),
      'pom.xml': pom(
        `<properties><b.version>2</b.version></properties><dependencyManagement><dependencies>${uses('a', '${b.version}.1')}</dependencies></dependencyManagement>`,
        'parent',
      ),
    },
    expected: [
      'pkg:maven/g/parent 1 build parent',
      'pkg:maven/x/a - runtime dependencies => 2.1',
      'pkg:maven/x/b ${b.version} runtime dependencies => 2',
      'pkg:maven/g/c ${project.version} runtime dependencies => 1',
      'pkg:maven/x/d - runtime dependencies',
    ],
  },
  'lets the version of the child win over the managed one, and its property over the inherited': {
    files: {
      'a/pom.xml': child(`<properties><v>9</v></properties><dependencies>${uses('a', '5')}${uses('b')}</dependencies>`),
      'pom.xml': pom(
        `<properties><v>2</v></properties><dependencyManagement><dependencies>${uses('a', '1')}${uses('b', '${v}')}</dependencies></dependencyManagement>`,
        'parent',
      ),
    },
    expected: [
      'pkg:maven/g/parent 1 build parent',
      'pkg:maven/x/a 5 runtime dependencies',
      'pkg:maven/x/b - runtime dependencies => 9',
    ],
  },
  'finds a parent by its coordinates where the path does not lead to it, and bills of material': {
    files: {
      'a/b/pom.xml': child(`<dependencies>${uses('a')}</dependencies>`, 'parent', '<relativePath/>'),
      'pom.xml': pom('', 'root'),
      'build/pom.xml': pom(
        `<dependencyManagement><dependencies>${uses('bom', '1', 'g')}</dependencies></dependencyManagement>`,
        'parent',
      ),
      'bom/pom.xml': pom(
        `<dependencyManagement><dependencies>${uses('a', '7')}</dependencies></dependencyManagement>`,
        'bom',
      ),
    },
    expected: ['pkg:maven/g/parent 1 build parent', 'pkg:maven/x/a - runtime dependencies => 7'],
  },
  'ends circles of parents': {
    files: { 'a/pom.xml': child('', 'child', '<relativePath>../a/pom.xml</relativePath>') },
    expected: ['pkg:maven/g/child 1 build parent'],
  },
  'knows modules of the workspace': {
    files: { 'a/pom.xml': pom(`<dependencies>${uses('b', '1', 'g')}</dependencies>`), 'b/pom.xml': pom('', 'b') },
    expected: ['pkg:maven/g/b 1 runtime dependencies workspace'],
  },
  'follows accessors and bundles of a version catalog': {
    files: {
      'app/build.gradle.kts':
        'plugins {\n  alias(libs.plugins.kt)\n}\ndependencies {\n  implementation(libs.foo.bar)\n  implementation(libs.bundles.all)\n  implementation(libs.none)\n}\n',
      'gradle/libs.versions.toml':
        '[versions]\nk = "2"\n[libraries]\nfoo-bar = { module = "g:a", version.ref = "k" }\nb_c = "g:b:3"\n[bundles]\nall = ["foo-bar", "b_c"]\n[plugins]\nkt = { id = "p.k", version.ref = "k" }\n',
    },
    expected: [
      'pkg:maven/p.k/p.k.gradle.plugin - build plugins => 2',
      'pkg:maven/g/a - runtime implementation => 2',
      'pkg:maven/g/a - runtime implementation => 2',
      'pkg:maven/g/b - runtime implementation => 3',
      'pkg:generic/libs.none - runtime implementation workspace',
    ],
  },
  'follows Gradle variables to the scripts and properties above': {
    files: {
      'app/build.gradle':
        'dependencies {\n  implementation "g.h:a:$aVersion"\n  implementation "g.h:b:${rootProject.ext.bVersion}"\n  implementation group: \'g.h\', name: \'c\', version: cVersion\n}\n',
      'build.gradle': "ext {\n  bVersion = '2'\n}\n",
      'gradle.properties': 'aVersion=1\ncVersion = 3\n',
    },
    expected: [
      'pkg:maven/g.h/a $aVersion runtime implementation => 1',
      'pkg:maven/g.h/b ${rootProject.ext.bVersion} runtime implementation => 2',
      'pkg:maven/g.h/c cVersion runtime implementation => 3',
    ],
  },
  'takes central versions and properties of NuGet': {
    files: {
      'src/a/A.csproj':
        '<Project><ItemGroup><PackageReference Include="a"/><PackageReference Include="B" VersionOverride="9"/><PackageReference Include="C" Version="$(CVersion)"/></ItemGroup></Project>',
      'Directory.Packages.props':
        '<Project><ItemGroup><PackageVersion Include="A" Version="$(AVersion)"/><PackageVersion Include="B" Version="2"/></ItemGroup></Project>',
      'Directory.Build.props':
        '<Project><PropertyGroup><AVersion>1</AVersion><cversion>3</cversion></PropertyGroup></Project>',
    },
    expected: [
      'pkg:nuget/a - runtime PackageReference => 1',
      'pkg:nuget/B 9 runtime PackageReference',
      'pkg:nuget/C $(CVersion) runtime PackageReference => 3',
    ],
  },
};

describe('a workspace', () => {
  for (const [fact, { files, expected }] of Object.entries(workspaces)) {
    it(fact, () => assert.deepEqual(resolvedLines(files), expected));
  }

  it('leaves a manifest that refers to nothing as it is', () => {
    const manifest = read('package.json', '{"dependencies":{"a":"1"}}');

    assert.equal(resolveManifests([{ path: 'package.json', manifest }])[0], manifest);
  });

  const changes: Readonly<Record<string, { path: string; before: string; after: string; othersToo: boolean }>> = {
    'a plain dependency': {
      path: 'package.json',
      before: '{"dependencies":{"a":"1"}}',
      after: '{"dependencies":{"a":"2"}}',
      othersToo: false,
    },
    'an entry of a catalog': {
      path: 'pnpm-workspace.yaml',
      before: 'catalog:\n  a: "1"\n',
      after: 'catalog:\n  a: "2"\n',
      othersToo: true,
    },
    'a dependency of a pom': {
      path: 'pom.xml',
      before:
        '<project><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId></dependency></dependencies></project>',
      after:
        '<project><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId></dependency></dependencies></project>',
      othersToo: false,
    },
    'a property of a pom': {
      path: 'pom.xml',
      before: '<project><properties><v>1</v></properties></project>',
      after: '<project><properties><v>2</v></properties></project>',
      othersToo: true,
    },
    'a crate of a workspace': {
      path: 'Cargo.toml',
      before: '[workspace.dependencies]\na = "1"\n',
      after: '[workspace.dependencies]\na = "2"\n',
      othersToo: true,
    },
    'a crate': {
      path: 'Cargo.toml',
      before: '[dependencies]\na = "1"\n',
      after: '[dependencies]\na = "2"\n',
      othersToo: false,
    },
    'a central version': {
      path: 'Directory.Packages.props',
      before: '<Project><ItemGroup><PackageVersion Include="A" Version="1" /></ItemGroup></Project>',
      after: '<Project><ItemGroup><PackageVersion Include="A" Version="2" /></ItemGroup></Project>',
      othersToo: true,
    },
    'a variable of a script': {
      path: 'build.gradle',
      before: "ext.v = '1'\n",
      after: "ext.v = '2'\n",
      othersToo: true,
    },
    'a library of a catalog': {
      path: 'gradle/libs.versions.toml',
      before: '[libraries]\na = "g:a:1"\n',
      after: '[libraries]\na = "g:a:2"\n',
      othersToo: true,
    },
    'a replacement of a Go workspace': {
      path: 'go.work',
      before: 'replace a.org/a => ../a\n',
      after: 'replace a.org/a => ../b\n',
      othersToo: true,
    },
  };
  for (const [what, { path, before, after, othersToo }] of Object.entries(changes)) {
    it(`${othersToo ? 'has to be resolved anew' : 'stays as it is'} after a change of ${what}`, () => {
      assert.equal(offerOf(read(path, before)) !== offerOf(read(path, after)), othersToo);
    });
  }
});

describe('files that a manifest takes in', () => {
  it('lie where they are written from its folder, and inside the workspace', () => {
    const manifest = read('a/requirements.txt', '-r base.list\n-r ../c/d.txt\n-c ../../outside.txt\n-r ./e.txt\n');

    const paths = inclusionsOf({ path: 'a/requirements.txt', manifest }).map(({ path }) => path);

    assert.deepEqual(paths, ['a/base.list', 'c/d.txt', 'a/e.txt']);
  });
});
