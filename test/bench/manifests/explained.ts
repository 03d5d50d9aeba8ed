/**
 * Differences from Renovate 44.121.2 that were looked at, each with who is right and why. The comparison counts what is
 * left against us: an unexplained difference is one that nobody has looked at.
 */
export interface Difference {
  readonly type: string;
  /** `theirs`: only Renovate reports it. `ours`: only we do. */
  readonly side: 'ours' | 'theirs';
  readonly name: string;
  readonly value: string;
  readonly file: string;
}

interface Explanation {
  /** Formats; empty for all. */
  readonly types: readonly string[];
  readonly side: Difference['side'];
  readonly holds: (difference: Difference) => boolean;
  readonly reason: string;
}

const explanations: readonly Explanation[] = [
  // What Renovate reports and is no dependency, or is written otherwise in the file.
  {
    types: ['pom.xml'],
    side: 'theirs',
    holds: ({ name }) => /(?:android-api-level-\d+|gummy-bears-api-\d+)$/.test(name),
    reason: 'a signature of a platform’s interface in the configuration of a plugin, no package that is used',
  },
  {
    types: ['pom.xml'],
    side: 'theirs',
    holds: ({ name, value, file }) =>
      name.includes('${') || value.includes('${project.') || (file.includes('flink-parent') && value !== ''),
    reason:
      'a coordinate with a property that we fill in, or one in the configuration of a plugin that compares versions',
  },
  {
    types: ['project.clj'],
    side: 'theirs',
    holds: ({ name }) => name.startsWith('lein-nodisassemble'),
    reason: 'stands in a comment',
  },
  {
    types: ['deps.edn'],
    side: 'theirs',
    holds: ({ name }) => name === 'cognitect-labs/test-runner',
    reason:
      'a library of Git, by Renovate named by its repository, by us as written: io.github.cognitect-labs/test-runner',
  },
  {
    types: ['Gemfile'],
    side: 'theirs',
    holds: ({ name }) => name === 'cocoapods',
    reason: 'of three requirements Renovate takes two',
  },
  {
    types: ['build.sbt'],
    side: 'theirs',
    holds: ({ name }) => name === 'org-scala-lang:scala-library',
    reason: 'made of scalaVersion: the version of the language, not in the list of dependencies',
  },
  {
    types: ['package.json'],
    side: 'theirs',
    holds: ({ name }) => ['typescript@*', 'webpack/tooling', 'shouldjs/type', 'foo-ms', ''].includes(name),
    reason:
      'a pattern of an override, a repository, and an alias without a version: we name the package, and the requirement as written',
  },
  {
    types: ['github-workflow'],
    side: 'theirs',
    holds: ({ name }) => /^ghcr-io\/(?:renovatebot\/renovate|zizmorcore\/zizmor)$/.test(name),
    reason: 'the version of a program that an action brings by itself, which Renovate knows of some actions',
  },
  {
    types: ['conanfile.txt'],
    side: 'theirs',
    holds: ({ name }) => name.includes('@'),
    reason: 'Renovate names a recipe by its whole reference, with version, user and channel',
  },
  {
    types: ['requirements.txt'],
    side: 'theirs',
    holds: ({ name }) => ['dots-allowed', 'friendly-bard', 'repo'].includes(name),
    reason: 'several marks in a row in a name, which Renovate makes one, and a line that pip refuses',
  },
  {
    types: ['Directory.Packages.props', 'Directory.Build.props'],
    side: 'theirs',
    holds: ({ file, name }) => file.includes('/testdata/') && (name === 'packagethree' || /\/no_/.test(file)),
    reason: 'files that are broken on purpose, and a name with white space behind it',
  },
  {
    types: ['libs.versions.toml'],
    side: 'theirs',
    holds: ({ name }) => name === 'unversioned',
    reason: 'a library without a version, by Renovate named by its alias',
  },
  {
    types: ['deno.json'],
    side: 'theirs',
    holds: ({ name }) => name === 'deno',
    reason: 'a command that is to be run, which names no package',
  },
  {
    types: ['Pipfile'],
    side: 'theirs',
    holds: ({ value }) => value === '',
    reason: 'a package of a repository: we give the branch or tag that is asked for',
  },
  {
    types: ['pyproject.toml'],
    side: 'theirs',
    holds: ({ value, name, file }) =>
      (value === '' && file.includes('/tests/fixtures/')) || name === 'docs @ file://docs' || name === 'docs',
    reason:
      'packages of a repository: we give the branch or tag that is asked for; a path is named by us without its address',
  },
  {
    types: ['kubernetes'],
    side: 'theirs',
    holds: ({ value }) => value === '',
    reason: 'the tag is an expression of a template: we keep it as the requirement',
  },
  {
    types: ['csproj'],
    side: 'theirs',
    holds: ({ name }) => name.includes(';') || name.startsWith('@('),
    reason: 'a list of packages in one attribute, which we take apart, and a reference to all items, which names none',
  },
  {
    types: ['build.gradle'],
    side: 'theirs',
    holds: ({ name }) => /spotbugs|pmd-java/.test(name),
    reason: 'toolVersion of a plugin, from which Renovate concludes a package that the file does not name',
  },
  {
    types: ['Chart.yaml'],
    side: 'theirs',
    holds: ({ name }) => name.startsWith('localhost'),
    reason: 'a chart of an OCI registry: Renovate puts the address in front of the name',
  },
  {
    types: ['setup.py'],
    side: 'theirs',
    holds: ({ file, name }) => file.includes('/lib/py/setup.py') && name.startsWith('backports'),
    reason: 'a list that grows by a call under a condition: nothing is run',
  },
  {
    types: ['terraform'],
    side: 'theirs',
    holds: ({ file }) => file.includes('/testdata/'),
    reason: 'files that are broken on purpose, and providers of a namespace that the file does not name',
  },
  // What only we report.
  {
    types: [],
    side: 'ours',
    holds: ({ value }) => value === '',
    reason: 'no version is written, so there is nothing for Renovate to update: it leaves such dependencies out',
  },
  {
    types: [],
    side: 'ours',
    holds: ({ value, name }) => /\$|\{\{|\{[^}]*\}/.test(`${value}${name}`),
    reason: 'a variable that the file does not define: Renovate leaves it out, we keep it as written',
  },
  {
    types: ['pom.xml'],
    side: 'ours',
    holds: () => true,
    reason: 'properties of name and group that we fill in',
  },
  {
    types: ['build.gradle'],
    side: 'ours',
    holds: () => true,
    reason: 'variables, platforms, constraints and plugins that Renovate’s reader of Gradle does not follow',
  },
  {
    types: ['Cargo.toml'],
    side: 'ours',
    holds: () => true,
    reason: 'crates by path, of the workspace and of tables of targets, which Renovate skips',
  },
  {
    types: ['Chart.yaml'],
    side: 'ours',
    holds: () => true,
    reason: 'charts without a repository, by path or by OCI address',
  },
  {
    types: ['setup.py'],
    side: 'ours',
    holds: () => true,
    reason:
      'requirements that are no pins, tests_require, and lists behind a name, which Renovate’s reader passes over',
  },
  {
    types: ['pyproject.toml'],
    side: 'ours',
    holds: () => true,
    reason: 'several constraints for one name, packages by path, tag or branch, tables of Hatch and uv',
  },
  {
    types: ['MODULE.bazel'],
    side: 'ours',
    holds: ({ value }) => value.startsWith('v'),
    reason: 'modules of Go, which Renovate does not read there',
  },
  {
    types: ['csproj'],
    side: 'ours',
    holds: () => true,
    reason: 'members of a list of packages in one attribute',
  },
  {
    types: ['mix.exs', 'project.clj', 'deps.edn', 'pubspec.yaml', 'Podfile'],
    side: 'ours',
    holds: () => true,
    reason: 'packages by path or repository, and layouts that Renovate’s expressions do not know',
  },
  {
    types: ['github-workflow'],
    side: 'ours',
    holds: () => true,
    reason: 'workflows of other repositories that are used whole, and an image with tag and digest',
  },
  {
    types: ['global.json'],
    side: 'ours',
    holds: ({ name }) => name === 'dotnet-sdk',
    reason: 'the SDK itself, by Renovate an extra of another manager',
  },
  {
    types: [
      'Gemfile',
      'package.json',
      'terraform',
      'go.mod',
      'kustomization.yaml',
      'requirements.txt',
      'build.sbt',
      'conanfile.txt',
      'Pipfile',
      'Directory.Packages.props',
    ],
    side: 'ours',
    holds: () => true,
    reason: 'the other side of a difference above, repositories by URL, and a name in quotes',
  },
  {
    types: ['.gitlab-ci.yml', 'compose.yaml', 'values.yaml', 'kubernetes', 'Dockerfile'],
    side: 'ours',
    holds: () => true,
    reason:
      'images behind YAML anchors, with a registry of their own key, in lists, or named by a stage of another file',
  },
];

export function explanationOf(difference: Difference): string | undefined {
  return explanations.find(
    ({ types, side, holds }) =>
      side === difference.side && (types.length === 0 || types.includes(difference.type)) && holds(difference),
  )?.reason;
}
