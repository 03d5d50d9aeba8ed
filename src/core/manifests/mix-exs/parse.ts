import type { DependencyOrigin, DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { isSign, type Language, type Token, tokenize } from '../syntax/tokens.ts';

const elixir: Language = {
  comments: ['#'],
  quotes: '"',
  longStrings: true,
  multiline: true,
  wordSigns: '?!',
  template: '#{',
  fills: /#\{/,
};

/** Tokens of one dependency; what is longer is another thing. */
const longestTuple = 100;

/** Tuples `{:name, "~> 1.0", only: :test}` in a function for dependencies. https://hexdocs.pm/mix/Mix.Tasks.Deps.html */
export function parseMix(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, elixir);
  let inside = false;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'word' && /^defp?$/.test(token.value)) inside = /dep/.test(tokens[index + 1]?.value ?? '');
    // `deps: [...]` right in the project.
    else if (token.value === 'deps' && isSign(tokens[index + 1], ':') && isSign(tokens[index + 2], '[')) inside = true;
    else if (inside && isSign(token, '{')) addTuple(manifest, tokens, index);
  }
  return manifest.build('mix.exs', 'hex');
}

function addTuple(manifest: ManifestBuilder, tokens: readonly Token[], index: number): void {
  // `:name`, or `:"name-with-hyphens"`.
  const name = tokens[index + 2];
  if (!isSign(tokens[index + 1], ':') || !isSign(tokens[index + 3], ',')) return;
  if (name?.kind !== 'word' && (name?.kind !== 'string' || name.filled)) return;
  const inner = tokens.slice(index + 4, Math.min(tokens[index]?.close ?? 0, index + longestTuple));
  const requirement = inner.find(({ kind }) => kind !== 'line');
  const hex = optionOf(inner, 'hex');
  const tag = optionOf(inner, 'tag') ?? optionOf(inner, 'ref') ?? optionOf(inner, 'branch');
  manifest.add(name, requirement?.kind === 'string' ? requirement : tag?.kind === 'string' ? tag : undefined, {
    purl: purlOf('hex', '', (hex?.value ?? name.value).toLowerCase()),
    place: 'deps',
    scope: scopeOf(inner),
    origin: originOf(inner),
  });
}

/** The value of `key: value`; of an atom its name. */
function optionOf(tokens: readonly Token[], key: string): Token | undefined {
  const at = tokens.findIndex(
    (token, index) => token.kind === 'word' && token.value === key && isSign(tokens[index + 1], ':'),
  );
  if (at < 0) return undefined;
  return isSign(tokens[at + 2], ':') ? tokens[at + 3] : tokens[at + 2];
}

function originOf(tokens: readonly Token[]): DependencyOrigin {
  if (optionOf(tokens, 'in_umbrella')) return 'workspace';
  if (optionOf(tokens, 'path')) return 'path';
  return optionOf(tokens, 'git') || optionOf(tokens, 'github') ? 'git' : 'registry';
}

function scopeOf(tokens: readonly Token[]): DependencyScope {
  const only = optionOf(tokens, 'only');
  if (!only) return optionOf(tokens, 'optional')?.value === 'true' ? 'optional' : 'runtime';
  const list = tokens.slice(
    tokens.indexOf(only),
    only.close > 0 ? tokens.indexOf(only) + 12 : tokens.indexOf(only) + 1,
  );
  const names = new Set(list.map(({ value }) => value));
  if (names.has('prod')) return 'runtime';
  return names.has('dev') ? 'development' : names.has('test') ? 'test' : 'runtime';
}
