import type { DependencyScope, Manifest } from '../../model.ts';
import { mavenPurl } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { isSign, isWord, type Language, type Token, tokenize } from '../syntax/tokens.ts';

const scala: Language = {
  comments: ['//'],
  blockComment: ['/*', '*/'],
  quotes: '"',
  longStrings: true,
  wordSigns: '.',
  fills: /\$/,
};

/** `"group" % "artifact" % "version" % Test`, `%%` and `%%%`. https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html */
export function parseSbt(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, scala);
  const values = readValues(tokens);
  for (let index = 0; index < tokens.length; index++) {
    const group = tokens[index];
    const first = group?.kind === 'string' ? percents(tokens, index + 1) : 0;
    const artifact = tokens[index + 1 + first];
    if (first === 0 || !group || artifact?.kind !== 'string') continue;
    const second = percents(tokens, index + 2 + first);
    const version = tokens[index + 2 + first + second];
    // What a call gives is not known without running it.
    const isCall = version?.kind === 'word' && isSign(tokens[index + 3 + first + second], '(');
    const hasVersion = second === 1 && !isCall && (version?.kind === 'string' || version?.kind === 'word');
    const resolved = version?.kind === 'word' ? values.get(lastName(version.value)) : undefined;
    const plugin = isPlugin(tokens, index);
    manifest.add(artifact, hasVersion ? version : undefined, {
      purl: mavenPurl(group.value, artifactName(artifact.value, first, values)),
      place: plugin ? 'addSbtPlugin' : 'libraryDependencies',
      scope: plugin ? 'build' : scopeAt(tokens, index + 3 + first + second),
      resolved,
    });
    // A configuration behind the version (`% "test"`) is no package.
    index += hasVersion ? 2 + first + second : 1 + first;
  }
  return manifest.build('build.sbt', 'maven');
}

function percents(tokens: readonly Token[], index: number): number {
  let count = 0;
  while (isSign(tokens[index + count], '%')) count++;
  return count;
}

/** `%%` adds the binary version of Scala to the name, where the build says which. */
function artifactName(name: string, percent: number, values: ReadonlyMap<string, string>): string {
  const version = percent > 1 ? values.get('scalaVersion') : undefined;
  const [major, minor] = version?.split('.') ?? [];
  if (!major || !minor) return name;
  return `${name}_${major === '2' ? `${major}.${minor}` : major}`;
}

/** `val x = "1"`, `scalaVersion := "2.13.1"` */
function readValues(tokens: readonly Token[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const at = isSign(tokens[index + 1], ':') && isSign(tokens[index + 2], '=') ? index + 3 : index + 2;
    const value = tokens[at];
    if (isSign(tokens[at - 1], '=') && value?.kind === 'string') found.set(lastName(token.value), value.value);
  }
  return found;
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function isPlugin(tokens: readonly Token[], index: number): boolean {
  return (
    isSign(tokens[index - 1], '(') &&
    (isWord(tokens[index - 2], 'addSbtPlugin') || isWord(tokens[index - 2], 'addCompilerPlugin'))
  );
}

function scopeAt(tokens: readonly Token[], index: number): DependencyScope {
  const configuration = isSign(tokens[index], '%') ? (tokens[index + 1]?.value ?? '') : '';
  if (/^(?:test|it\b|integrationtest)/i.test(configuration)) return 'test';
  if (/^provided/i.test(configuration)) return 'build';
  return /^optional/i.test(configuration) ? 'optional' : 'runtime';
}
