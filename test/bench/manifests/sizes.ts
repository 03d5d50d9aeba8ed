/**
 * Processor time to read large single files, each in the shape of the largest real one of its kind, and a generated monorepo.
 * Run: `node test/bench/manifests/sizes.ts`.
 */
import { formatOf, readManifest } from '../../../src/core/manifests/index.ts';
import { resolveManifests } from '../../../src/core/references/index.ts';
import { processorTime } from '../processor-time.ts';

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** A package.json like that of a large extension: few dependencies, many contributions. */
const largePackage = JSON.stringify(
  {
    name: 'large',
    dependencies: Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`@scope/package-${index}`, `^1.${index}.0`]),
    ),
    contributes: {
      commands: Array.from({ length: 9_000 }, (_, index) => ({
        command: `large.do.${index}`,
        title: `Do the thing number ${index}`,
        category: 'Large',
      })),
    },
  },
  null,
  2,
);

const files: Readonly<Record<string, string>> = {
  'package.json': largePackage,
  'build.gradle': `ext {\n  version1 = '1.0'\n}\ndependencies {\n${lines(1_100, index => `  ${index % 3 ? 'implementation' : 'testImplementation'} "org.example.group${index}:artifact-${index}:${index % 2 ? '1.2.3' : '$version1'}" // why`)}\n}\n`,
  'pom.xml': `<project><properties><v>1</v></properties><dependencies>\n${lines(400, index => `    <dependency>\n      <groupId>org.example</groupId>\n      <artifactId>artifact-${index}</artifactId>\n      <version>\${v}</version>\n    </dependency>`)}\n</dependencies></project>`,
  'Cargo.toml': `[dependencies]\n${lines(200, index => `crate-${index} = { version = "1.${index}", features = ["a"] }`)}\n${lines(1_200, index => `[[example]]\nname = "example_${index}"\npath = "examples/example_${index}.rs"\n\n[package.metadata.example.example_${index}]\nname = "Example"\nwasm = true\n`)}`,
  'requirements.txt': lines(
    700,
    index =>
      `package-${index}==1.${index} \\\n    --hash=sha256:${'a'.repeat(64)} \\\n    --hash=sha256:${'b'.repeat(64)}`,
  ),
  'values.yaml': lines(
    1_500,
    index =>
      `section${index}:\n  # A sentence that says what this is for.\n  enabled: true\n  image:\n    registry: quay.io\n    repository: example/image-${index}\n    tag: v1.${index}.0`,
  ),
  'CMakeLists.txt': lines(
    2_500,
    index => `if(USE_${index})\n  find_package(Library${index} 1.${index} REQUIRED)\nendif()`,
  ),
  'go.mod': `module x\n\nrequire (\n${lines(1_500, index => `\tgithub.com/example/module-${index} v1.${index}.0 // indirect`)}\n)\n`,
};

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;
}

console.log(
  '| file | KB | dependencies | first read ms | median ms | best ms | MB/s (best) |\n| --- | --- | --- | --- | --- | --- | --- |',
);
for (const [path, text] of Object.entries(files)) {
  const times = Array.from({ length: 40 }, () => {
    const start = processorTime();
    readManifest(path, text);
    return processorTime() - start;
  });
  const middle = median(times.slice(20));
  const best = Math.min(...times);
  const cells = [
    path,
    Math.round(text.length / 1000),
    readManifest(path, text)?.dependencies.length,
    times[0]?.toFixed(1),
    middle.toFixed(2),
    best.toFixed(2),
    (text.length / best / 1000).toFixed(1),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

const monorepo = Array.from({ length: 10_000 }, (_, index) => {
  const path = index % 4 === 0 ? `m${index}/pom.xml` : `p${index}/package.json`;
  const text = path.endsWith('.json')
    ? JSON.stringify(
        {
          name: `p${index}`,
          dependencies: Object.fromEntries(
            Array.from({ length: 15 }, (_, at) => [`dependency-${at}`, at % 3 ? '^1.0.0' : 'catalog:']),
          ),
        },
        null,
        2,
      )
    : `<project><parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version><relativePath>../pom.xml</relativePath></parent><artifactId>m${index}</artifactId><dependencies>${lines(15, at => `<dependency><groupId>g${at}</groupId><artifactId>a${at}</artifactId></dependency>`)}</dependencies></project>`;
  return { path, text };
});
monorepo.push({ path: 'pnpm-workspace.yaml', text: `catalog:\n${lines(15, at => `  dependency-${at}: ^2.0.0`)}\n` });
monorepo.push({
  path: 'pom.xml',
  text: `<project><groupId>g</groupId><artifactId>parent</artifactId><version>1</version><dependencyManagement><dependencies>${lines(300, at => `<dependency><groupId>g${at}</groupId><artifactId>a${at}</artifactId><version>${at}</version></dependency>`)}</dependencies></dependencyManagement></project>`,
});

const heap = process.memoryUsage().heapUsed;
const start = processorTime();
const read = monorepo.flatMap(({ path, text }) => {
  const manifest = readManifest(path, text);
  return manifest ? [{ path, manifest }] : [];
});
const parsed = processorTime();
const resolved = resolveManifests(read);
const done = processorTime();
const dependencies = resolved.reduce((sum, { dependencies: found }) => sum + found.length, 0);
console.log(
  `\nMonorepo: ${read.length} manifests, ${dependencies} dependencies: read in ${Math.round(parsed - start)} ms, resolved in ${Math.round(done - parsed)} ms, ${Math.round((process.memoryUsage().heapUsed - heap) / 1e6)} MB of heap before collection.`,
);

const paths = Array.from(
  { length: 100_000 },
  (_, index) => `some/folder/of/the/workspace/file-${index}.${['ts', 'java', 'md', 'json'][index % 4]}`,
);
const before = processorTime();
for (const path of paths) formatOf(path);
console.log(`Paths: 100,000 looked up in ${Math.round(processorTime() - before)} ms.`);
