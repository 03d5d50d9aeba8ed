import type { DependencyOrigin, DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { endOfStatement, isSign, isWord, type Language, type Token, tokenize } from '../syntax/tokens.ts';

/** Ruby, as far as Gemfile, gemspec and Podfile use it. */
export const ruby: Language = {
  comments: ['#'],
  blockComment: ['\n=begin', '\n=end'],
  quotes: '"\'',
  multiline: true,
  wordSigns: '?!',
  fills: /#\{/,
  template: '#{',
  rubyStrings: true,
};

/** What holds for the gems in a block. */
interface Block {
  readonly scope: DependencyScope;
  readonly origin?: DependencyOrigin | undefined;
}

const outermost: Block = { scope: 'runtime' };

/** https://bundler.io/man/gemfile.5.html */
export function parseGemfile(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, ruby);
  const blocks: Block[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    if (token.value === 'end') blocks.pop();
    else if (opensBlock(tokens, index)) blocks.push(readBlock(tokens, index, blocks.at(-1) ?? outermost));
    else if (token.value === 'gem' && startsStatement(tokens, index))
      addGem(manifest, tokens, index, 'gem', blocks.at(-1) ?? outermost);
  }
  return manifest.build('Gemfile', 'gem');
}

const dependencyCalls: ReadonlyMap<string, DependencyScope> = new Map([
  ['add_dependency', 'runtime'],
  ['add_runtime_dependency', 'runtime'],
  ['add_development_dependency', 'development'],
]);

/** https://guides.rubygems.org/specification-reference/ */
export function parseGemspec(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, ruby);
  for (const [index, token] of tokens.entries()) {
    const scope =
      token.kind === 'word' && isSign(tokens[index - 1], '.') ? dependencyCalls.get(token.value) : undefined;
    if (scope) addGem(manifest, tokens, index, token.value, { scope });
  }
  return manifest.build('gemspec', 'gem');
}

export function startsStatement(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return (
    !before ||
    before.kind === 'line' ||
    isSign(before, ';') ||
    isSign(before, '{') ||
    isWord(before, 'do') ||
    isWord(before, 'then') ||
    isSign(before, '|')
  );
}

/** `... do`, `if ...`: everything that an `end` closes. */
function opensBlock(tokens: readonly Token[], index: number): boolean {
  const value = tokens[index]?.value ?? '';
  if (value === 'do') return true;
  return /^(?:if|unless|case|def|begin|while|module|class)$/.test(value) && startsStatement(tokens, index);
}

/** Looks back from `do` for `group :test, :development`, `git "..."` and `path "..."`. */
function readBlock(tokens: readonly Token[], end: number, outer: Block): Block {
  let start = end;
  while (start > 0 && tokens[start - 1]?.kind !== 'line') start--;
  const word = tokens[start]?.kind === 'word' ? tokens[start]?.value : '';
  if (word === 'group') return { ...outer, scope: scopeOfGroups(tokens.slice(start + 1, end)) ?? outer.scope };
  if (word === 'git' || word === 'github') return { ...outer, origin: 'git' };
  return word === 'path' ? { ...outer, origin: 'path' } : outer;
}

function scopeOfGroups(tokens: readonly Token[]): DependencyScope | undefined {
  const names = new Set(tokens.filter(({ kind }) => kind !== 'sign').map(({ value }) => value));
  if (names.has('default') || names.has('production')) return 'runtime';
  if (names.has('development')) return 'development';
  return names.has('test') ? 'test' : undefined;
}

/** `gem 'name', '>= 1', '< 2', git: '...', group: :test` */
function addGem(
  manifest: ManifestBuilder,
  tokens: readonly Token[],
  index: number,
  place: string,
  { scope, origin }: Block,
): void {
  const first = isSign(tokens[index + 1], '(') ? index + 2 : index + 1;
  const name = tokens[first];
  if (name?.kind !== 'string' || name.filled) return;
  const end = first === index + 2 ? (tokens[index + 1]?.close ?? first + 1) : endOfStatement(tokens, first);
  const rest = withoutFreeze(tokens.slice(first + 1, end));
  manifest.add(name, requirementOf(rest) ?? gitReference(rest), {
    purl: purlOf('gem', '', name.value),
    place,
    scope: scopeOfOption(rest) ?? scope,
    origin: originOf(rest) ?? origin,
  });
}

/** Generated gemspecs write `"name".freeze`. */
function withoutFreeze(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(
    (token, index) => !(isWord(token, 'freeze') || (isSign(token, '.') && isWord(tokens[index + 1], 'freeze'))),
  );
}

/** The state of a repository that is asked for: `tag: 'v1'`, `:branch => 'main'`. */
export function gitReference(tokens: readonly Token[]): Token | undefined {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || !/^(?:tag|ref|branch|commit)$/.test(token.value)) continue;
    const value = isSign(tokens[index + 1], ':') ? tokens[index + 2] : tokens[index + 3];
    if (value?.kind === 'string') return value;
  }
  return undefined;
}

/** The strings before the first option; of several, all that stands from the first to the last, quotes included. */
export function requirementOf(tokens: readonly Token[]): Piece | undefined {
  const strings: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'word' || isSign(token, ':') || isSign(token, '=')) break;
    if (token.kind === 'string') strings.push(token);
  }
  const last = tokens.indexOf(strings.at(-1) ?? strings[0] ?? tokens[0] ?? emptyToken);
  // `"group" => ...`: an option whose name is a string.
  if (isSign(tokens[last + 1], '=') || isSign(tokens[last + 1], ':')) strings.pop();
  const [first] = strings;
  const end = strings.at(-1);
  if (!first || !end) return undefined;
  return first === end ? first : { start: first.start - first.opening, end: end.end + 1 };
}

const emptyToken: Token = { kind: 'line', value: '', start: 0, end: 0, filled: false, opening: 0, close: -1 };

function originOf(tokens: readonly Token[]): DependencyOrigin | undefined {
  for (const { kind, value } of tokens) {
    if (kind !== 'word') continue;
    if (/^(?:git|github|gist|bitbucket|gitlab)$/.test(value)) return 'git';
    if (value === 'path') return 'path';
  }
  return undefined;
}

function scopeOfOption(tokens: readonly Token[]): DependencyScope | undefined {
  const at = tokens.findIndex(token => isWord(token, 'group') || isWord(token, 'groups'));
  return at < 0 ? undefined : scopeOfGroups(tokens.slice(at + 1));
}
