/** A file of the generated workspace, by its `/`-separated path. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

export const dependenciesOfEach = 15;

/** Names that real workspaces share among many manifests; the rest is made up. */
const known = {
  npm: ['moment', 'lodash', 'express', 'react', 'vue', 'axios', 'redux', 'jest', 'typescript', 'webpack'],
  pypi: ['requests', 'flask', 'django', 'numpy', 'pandas', 'celery', 'sqlalchemy', 'pytest'],
  maven: [
    ['org.springframework', 'spring-core'],
    ['com.google.guava', 'guava'],
    ['org.apache.commons', 'commons-lang3'],
    ['com.fasterxml.jackson.core', 'jackson-databind'],
    ['org.hibernate', 'hibernate-core'],
  ],
} as const;

const times = <T>(count: number, each: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => each(at));

function npmName(index: number, at: number): string {
  return at < 3
    ? (known.npm[(index + at * 3) % known.npm.length] ?? '')
    : `${at % 2 ? '@scope/' : ''}package-${(index * 7 + at) % 5000}`;
}

function mavenName(index: number, at: number): readonly [string, string] {
  const [group, artifact] = known.maven[(index + at) % known.maven.length] ?? [];
  if (at < 2 && group && artifact) return [group, artifact];
  return [`org.example.group${(index + at) % 300}`, `artifact-${at}`];
}

function packageJson(index: number, count: number): string {
  const split = Math.ceil(count * 0.6);
  const entries = (from: number, to: number) =>
    Object.fromEntries(
      times(to - from, at => [npmName(index, from + at), (from + at) % 5 === 4 ? 'catalog:' : `^${at}.1.0`]),
    );
  const manifest = {
    name: `@own/part-${index}`,
    version: '1.0.0',
    description: 'A part of a large workspace.',
    scripts: { build: 'tsc -p .', test: 'jest', lint: 'eslint src' },
    dependencies: entries(0, split),
    devDependencies: entries(split, count),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function pomXml(index: number, count: number): string {
  const dependencies = times(count, at => {
    const [group, artifact] = mavenName(index, at);
    const version = at % 3 === 0 ? '' : `\n      <version>\${v${at}.version}</version>`;
    return `    <dependency>\n      <groupId>${group}</groupId>\n      <artifactId>${artifact}</artifactId>${version}\n    </dependency>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <modelVersion>4.0.0</modelVersion>\n  <parent>\n    <groupId>org.own</groupId>\n    <artifactId>root</artifactId>\n    <version>1.0.0</version>\n    <relativePath>../../../../pom.xml</relativePath>\n  </parent>\n  <artifactId>part-${index}</artifactId>\n  <dependencies>\n${dependencies.join('\n')}\n  </dependencies>\n</project>\n`;
}

function buildGradle(index: number, count: number): string {
  const dependencies = times(count, at => {
    const [group, artifact] = mavenName(index, at);
    const configuration = at % 4 === 3 ? 'testImplementation' : 'implementation';
    return at % 5 === 4
      ? `    ${configuration} libs.library${at}`
      : `    ${configuration} '${group}:${artifact}:1.${at}'`;
  });
  return `plugins {\n    id 'java'\n}\n\ndependencies {\n${dependencies.join('\n')}\n}\n`;
}

function requirements(index: number, count: number): string {
  const lines = times(count, at =>
    at < 3 ? `${known.pypi[(index + at) % known.pypi.length]}==2.${at}` : `package-${(index + at) % 3000}>=1.${at},<2`,
  );
  return `# generated\n${lines.join('\n')}\n`;
}

function cargoToml(index: number, count: number): string {
  const lines = times(count, at =>
    at % 3 === 0 ? `shared-${at}.workspace = true` : `crate-${(index + at) % 900} = { version = "1.${at}" }`,
  );
  return `[package]\nname = "part-${index}"\nversion = "0.1.0"\n\n[dependencies]\n${lines.join('\n')}\n`;
}

function goMod(index: number, count: number): string {
  const lines = times(count, at => `\tgithub.com/example/module-${(index + at) % 800} v1.${at}.0`);
  return `module example.org/part-${index}\n\ngo 1.23\n\nrequire (\n${lines.join('\n')}\n)\n`;
}

function csproj(index: number, count: number): string {
  const lines = times(
    count,
    at =>
      `    <PackageReference Include="Package.Number${(index + at) % 700}"${at % 2 ? '' : ` Version="1.${at}.0"`} />`,
  );
  return `<Project Sdk="Microsoft.NET.Sdk">\n  <ItemGroup>\n${lines.join('\n')}\n  </ItemGroup>\n</Project>\n`;
}

const kinds: readonly (readonly [name: string, share: number, text: (index: number, count: number) => string])[] = [
  ['package.json', 55, packageJson],
  ['pom.xml', 15, pomXml],
  ['build.gradle', 10, buildGradle],
  ['requirements.txt', 8, requirements],
  ['Cargo.toml', 5, cargoToml],
  ['go.mod', 4, goMod],
  ['Part.csproj', 3, csproj],
];

/** Each kind as often as its share of 100 says. */
const mixed = kinds.flatMap(([name, share, text]) => times(share, () => [name, text] as const));

/** The manifest of one part; kinds are mixed as in large workspaces of several languages. */
export function manifestOf(index: number, dependencies: number): GeneratedFile {
  const [name, text] = mixed[(index * 37) % mixed.length] ?? ['package.json', packageJson];
  return { path: `parts/area-${index % 50}/group-${index % 7}/part-${index}/${name}`, text: text(index, dependencies) };
}

/** What the manifests refer to. */
export const shared: readonly GeneratedFile[] = [
  {
    path: 'pnpm-workspace.yaml',
    text: `packages:\n  - parts/*\ncatalog:\n${times(5000, at => `  package-${at}: ^2.${at % 9}.0\n`).join('')}`,
  },
  {
    path: 'pom.xml',
    text: `<project>\n  <groupId>org.own</groupId>\n  <artifactId>root</artifactId>\n  <version>1.0.0</version>\n  <properties>\n${times(20, at => `    <v${at}.version>1.${at}.0</v${at}.version>\n`).join('')}  </properties>\n  <dependencyManagement>\n    <dependencies>\n${times(300, at => `      <dependency><groupId>org.example.group${at}</groupId><artifactId>artifact-3</artifactId><version>1.${at}</version></dependency>\n`).join('')}    </dependencies>\n  </dependencyManagement>\n</project>\n`,
  },
  {
    path: 'gradle/libs.versions.toml',
    text: `[libraries]\n${times(20, at => `library${at} = "org.example:library-${at}:1.${at}"\n`).join('')}`,
  },
  { path: 'Cargo.toml', text: `[workspace.dependencies]\n${times(20, at => `shared-${at} = "1.${at}"\n`).join('')}` },
  {
    path: 'Directory.Packages.props',
    text: `<Project>\n  <ItemGroup>\n${times(700, at => `    <PackageVersion Include="Package.Number${at}" Version="2.${at}" />\n`).join('')}  </ItemGroup>\n</Project>\n`,
  },
  { path: 'package.json', text: packageJson(0, dependenciesOfEach) },
];
