import assert from 'node:assert/strict';
import { readManifest } from '../../../src/core/manifests/index.ts';
import { lines, read, resolvedLines } from './reading.ts';

/** What other readers of manifests are known to get wrong, one test each. Reports stand behind the numbers in their trackers. */
describe('what other parsers get wrong', () => {
  it('1: a byte order mark, which npm accepts (angular-cli 27062)', () => {
    const text = '\uFEFF{"dependencies":{"a":"^1"}}';

    const [dependency] = read('package.json', text).dependencies;

    assert.deepEqual(dependency?.nameRange, [text.indexOf('"a"') + 1, text.indexOf('"a"') + 2]);
  });

  it('2: dotted keys of TOML, which are no crates (dependi 154)', () => {
    assert.deepEqual(lines('Cargo.toml', '[dependencies]\ndep.path = ".."\nlog.version = "1"\nlog.optional = true\n'), [
      'pkg:cargo/dep - runtime [dependencies] path',
      'pkg:cargo/log 1 optional [dependencies]',
    ]);
  });

  it('3: renamed crates, those of the workspace, and paths (crates 38, 170, 29)', () => {
    const member =
      '[dependencies]\nz.workspace = true\nr = { package = "real", version = "2" }\np = { path = "../p" }\n';
    const root = '[workspace.dependencies]\nz = { package = "zstd", version = "0.13" }\n';

    assert.deepEqual(resolvedLines({ 'm/Cargo.toml': member, 'Cargo.toml': root }), [
      'pkg:cargo/zstd - runtime [dependencies] => 0.13',
      'pkg:cargo/real 2 runtime [dependencies]',
      'pkg:cargo/p - runtime [dependencies] path',
    ]);
  });

  it('4: tables of targets (renovate 3505)', () => {
    const text =
      '[target.\'cfg(windows)\'.dependencies]\na = "1"\n[target.wasm32-unknown-unknown.dependencies.web-sys]\nversion = "0.3"\n';

    assert.deepEqual(lines('Cargo.toml', text), [
      "pkg:cargo/a 1 runtime [target.'cfg(windows)'.dependencies]",
      'pkg:cargo/web-sys 0.3 runtime [target.wasm32-unknown-unknown.dependencies]',
    ]);
  });

  it('5: aliases of npm and of the workspace (vscode-versionlens 174, package-json-validator 389)', () => {
    assert.deepEqual(lines('package.json', '{"dependencies":{"x":"npm:@scope/x@^1","y":"workspace:name@*"}}'), [
      'pkg:npm/%40scope/x npm:@scope/x@^1 runtime dependencies => ^1',
      'pkg:npm/name workspace:name@* runtime dependencies workspace => *',
    ]);
  });

  it('6: one package in two catalogs, and catalogs of Bun and Yarn (dependabot-core 12445)', () => {
    const manifest = '{"dependencies":{"a":"catalog:","b":"catalog:old"}}';

    assert.deepEqual(
      resolvedLines({
        'p/package.json': manifest,
        'pnpm-workspace.yaml': 'catalog:\n  a: ^2\n  b: ^2\ncatalogs:\n  old:\n    a: ^1\n    b: ^1\n',
      }),
      ['pkg:npm/a catalog: runtime dependencies => ^2', 'pkg:npm/b catalog:old runtime dependencies => ^1'],
    );
    assert.deepEqual(
      resolvedLines({
        'p/package.json': manifest,
        'package.json': '{"catalog":{"a":"3"},"catalogs":{"old":{"b":"4"}}}',
      }),
      ['pkg:npm/a catalog: runtime dependencies => 3', 'pkg:npm/b catalog:old runtime dependencies => 4'],
    );
    assert.deepEqual(
      resolvedLines({
        'p/package.json': manifest,
        '.yarnrc.yml': 'catalog:\n  a: "5"\ncatalogs:\n  old:\n    b: "6"\n',
      }),
      ['pkg:npm/a catalog: runtime dependencies => 5', 'pkg:npm/b catalog:old runtime dependencies => 6'],
    );
  });

  const parent =
    '<project><groupId>g</groupId><artifactId>root</artifactId><version>1</version><properties><v>2</v></properties><dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>${v}</version></dependency><dependency><groupId>g</groupId><artifactId>b</artifactId><version>1</version></dependency></dependencies></dependencyManagement></project>';
  const child = (dependencies: string) =>
    `<project><parent><groupId>g</groupId><artifactId>root</artifactId><version>1</version></parent><artifactId>c</artifactId>${dependencies}</project>`;

  it('7: versions inherited from a parent, and the direct one that wins (osv-scanner 1918, 1321, 1122, 214)', () => {
    const text = child(
      '<dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId></dependency><dependency><groupId>g</groupId><artifactId>b</artifactId><version>9</version></dependency></dependencies>',
    );

    assert.deepEqual(resolvedLines({ 'c/pom.xml': text, 'pom.xml': parent }), [
      'pkg:maven/g/root 1 build parent',
      'pkg:maven/g/a - runtime dependencies => 2',
      'pkg:maven/g/b 9 runtime dependencies',
    ]);
  });

  it('8: properties of Maven, the default group of plugins and what plugins depend on (syft 1129, osv-scanner 2028)', () => {
    const text = child(
      '<properties><revision>7</revision></properties><dependencies><dependency><groupId>${project.groupId}</groupId><artifactId>x</artifactId><version>${project.version}</version></dependency><dependency><groupId>g</groupId><artifactId>y</artifactId><version>${project.parent.version}.${revision}</version></dependency></dependencies><build><plugins><plugin><artifactId>p</artifactId><dependencies><dependency><groupId>g</groupId><artifactId>d</artifactId><version>3</version></dependency></dependencies></plugin></plugins></build>',
    );

    assert.deepEqual(resolvedLines({ 'c/pom.xml': text, 'pom.xml': parent }), [
      'pkg:maven/g/root 1 build parent',
      'pkg:maven/g/x ${project.version} runtime dependencies => 1',
      'pkg:maven/g/y ${project.parent.version}.${revision} runtime dependencies => 1.7',
      'pkg:maven/org.apache.maven.plugins/p - build build.plugins',
      'pkg:maven/g/d 3 build build.plugins.dependencies',
    ]);
  });

  it('9: continued lines, hashes, ranges, local versions and bare names of requirements (osv-scanner 379, 1483; syft 4958, 1597)', () => {
    assert.deepEqual(
      lines(
        'requirements.txt',
        'a==1 \\\n  --hash=sha256:aa \\\n  --hash=sha256:bb\nb>=0.6.0,<1,!=0.7\nc==2.1.0+cu118\nd\n',
      ),
      [
        'pkg:pypi/a ==1 runtime requirements',
        'pkg:pypi/b >=0.6.0,<1,!=0.7 runtime requirements',
        'pkg:pypi/c ==2.1.0+cu118 runtime requirements',
        'pkg:pypi/d - runtime requirements',
      ],
    );
  });

  it('10: markers, and what looks like one in a URL (scancode-toolkit 5309)', () => {
    assert.deepEqual(
      lines(
        'requirements.txt',
        'a>1 ; python_version > "3.6" and platform_system != "x#y"\nb @ https://x.org/b;c=1.zip ; python_version ~= "3"\n',
      ),
      ['pkg:pypi/a >1 runtime requirements', 'pkg:pypi/b https://x.org/b;c=1.zip runtime requirements url'],
    );
  });

  it('11: requirements of setup.py that are no pins (syft 150)', () => {
    assert.deepEqual(lines('setup.py', 'setup(install_requires=["a>=1", "b", "c~=2"])'), [
      'pkg:pypi/a >=1 runtime install_requires',
      'pkg:pypi/b - runtime install_requires',
      'pkg:pypi/c ~=2 runtime install_requires',
    ]);
  });

  it('12: groups and extras of Poetry, and [project] beside [tool.poetry] (renovate 17501, 32096, 39275)', () => {
    assert.deepEqual(
      lines(
        'pyproject.toml',
        '[project]\ndependencies = ["a>=1"]\n[tool.poetry.dependencies]\nb = { version = "^2", optional = true, extras = ["x"] }\n[tool.poetry.group.dev.dependencies]\nc = "^3"\n[tool.poetry.extras]\ny = ["b"]\n',
      ),
      [
        'pkg:pypi/a >=1 runtime project.dependencies',
        'pkg:pypi/b ^2 optional [tool.poetry.dependencies]',
        'pkg:pypi/c ^3 development [tool.poetry.group.dev.dependencies]',
      ],
    );
  });

  it('13: odd values in a Pipfile, and its scripts, which are no packages (renovate 3482, 3544)', () => {
    assert.deepEqual(
      lines(
        'Pipfile',
        '[packages]\na = {file = "./a.zip"}\nb = {extras = ["x"]}\nc = {}\n[scripts]\nserve = "python x.py"\n',
      ),
      ['pkg:pypi/a - runtime [packages] path', 'pkg:pypi/b - runtime [packages]', 'pkg:pypi/c - runtime [packages]'],
    );
  });

  it('14: every legal layout of a version catalog (renovate 14507, 14452, 15398, 18825)', () => {
    const text =
      '[versions]\nok = "4"\n[libraries.ok]\nmodule = "g:ok"\n[libraries.ok.version]\nref = "ok"\n[libraries]\nb = {group="g",name="b",version={strictly="[1,2[",prefer="1.5"}}\n';

    const found = read('gradle/libs.versions.toml', text).dependencies;

    assert.deepEqual(
      found.map(({ purl, resolved, requirement }) => [purl, resolved ?? requirement]),
      [
        ['pkg:maven/g/ok', '4'],
        ['pkg:maven/g/b', '[1,2['],
      ],
    );
  });

  it('15: variables in Gradle scripts (dependabot-core 4127, renovate 18320, gradle-to-js 42)', () => {
    const text =
      "ext { pv = '1'; versions = [x: '9'] }\nplugins { id 'a.b' version pv }\ndependencies {\n  api \"g:${a}-x:$pv.$pv\"\n  api \"g:c:${versions.x}\"\n}\n";

    assert.deepEqual(lines('build.gradle', `def a = 'n'\n${text}`), [
      'pkg:maven/a.b/a.b.gradle.plugin pv build plugins => 1',
      'pkg:maven/g/n-x $pv.$pv runtime api => 1.1',
      'pkg:maven/g/c ${versions.x} runtime api => 9',
    ]);
  });

  it('16: ARG in FROM with and without a default, and defaults in compose files (dependabot-core 2057, 4723, 11765)', () => {
    assert.deepEqual(lines('Dockerfile', 'ARG V=20\nARG W\nFROM node:${V}-slim\nFROM a:$W\n'), [
      'pkg:docker/library/node ${V}-slim runtime FROM => 20-slim',
      'pkg:docker/library/a $W runtime FROM',
    ]);
    assert.deepEqual(lines('compose.yaml', 'services:\n  a:\n    image: ${IMG:-ubuntu:17.04}\n'), [
      'pkg:docker/library/ubuntu 17.04 runtime services.a',
    ]);
  });

  it('17: images of Helm values in parts (renovate 18119, 29828)', () => {
    assert.deepEqual(
      lines(
        'values.yaml',
        'a:\n  image:\n    name: x/y\n    tag: v1\nb:\n  image:\n    registry: quay.io\n    repository: z\n    tag: "2"\n',
      ),
      ['pkg:docker/x/y v1 runtime a.image', 'pkg:docker/z?repository_url=quay.io 2 runtime b.image'],
    );
  });

  it('18: central versions of NuGet, their overrides, and versions as elements (NuPU 7, dotnet-outdated 6)', () => {
    const project =
      '<Project><ItemGroup><PackageReference Include="A" /><PackageReference Include="B" VersionOverride="5" /><PackageReference Include="C"><Version>3</Version></PackageReference></ItemGroup></Project>';
    const central =
      '<Project><ItemGroup><PackageVersion Include="a" Version="2" /><PackageVersion Include="B" Version="1" /><GlobalPackageReference Include="G" Version="7" /></ItemGroup></Project>';

    assert.deepEqual(resolvedLines({ 'p/P.csproj': project, 'Directory.Packages.props': central }), [
      'pkg:nuget/A - runtime PackageReference => 2',
      'pkg:nuget/B 5 runtime PackageReference',
      'pkg:nuget/C 3 runtime PackageReference',
    ]);
    assert.deepEqual(
      read('Directory.Packages.props', central).dependencies.map(({ name }) => name),
      ['a', 'B', 'G'],
    );
  });

  it('19: replacements of Go, of which that in go.work wins (scancode-toolkit 3693, bibliothecary 587)', () => {
    const mod = 'module x\nrequire a.org/a v1.0.0\nrequire b.org/b v1.0.0\nreplace b.org/b => ../b\n';

    assert.deepEqual(resolvedLines({ 'm/go.mod': mod, 'go.work': 'replace a.org/a => c.org/c v3.0.0\n' }), [
      'pkg:golang/a.org/a v1.0.0 runtime require => c.org/c v3.0.0',
      'pkg:golang/b.org/b v1.0.0 runtime require path => ../b',
    ]);
  });

  it('20: a manifest of thousands of dependencies, read at once and without asking anybody (vscode-versionlens 131, 184, 66)', () => {
    const text = JSON.stringify({
      dependencies: Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`package-${at}`, '^1.0.0'])),
    });

    // A plain function of the text: no promise, so nothing to wait for.
    assert.equal(readManifest('package.json', text)?.dependencies.length, 5_000);
  });

  it('and: offsets behind CRLF, and keys nested in overrides', () => {
    assert.deepEqual(
      lines(
        'package.json',
        '{\r\n  "overrides": {\r\n    "a": {\r\n      "b@1": { "c": "2" }\r\n    }\r\n  }\r\n}\r\n',
      ),
      ['pkg:npm/c 2 runtime overrides.a.b@1'],
    );
  });
});
