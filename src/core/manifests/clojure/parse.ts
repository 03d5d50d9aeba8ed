import type { DependencyOrigin, DependencyScope, Manifest } from '../../model.ts';
import { mavenPurl } from '../../purl/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { isSign, type Language, type Token, tokenize } from '../syntax/tokens.ts';

const clojure: Language = { comments: [';'], quotes: '"', multiline: true, wordSigns: "./-+*!?<>=:#$&%|^'" };

/** A library without a group has its own name for a group. https://clojure.org/reference/deps_edn */
function purlOf(library: string): string {
  const [name = library] = library.split('$');
  const slash = name.indexOf('/');
  return slash < 0 ? mavenPurl(name, name) : mavenPurl(name.slice(0, slash), name.slice(slash + 1));
}

const maps: ReadonlyMap<string, DependencyScope> = new Map([
  [':deps', 'runtime'],
  [':extra-deps', 'development'],
  [':override-deps', 'runtime'],
  [':replace-deps', 'development'],
  [':default-deps', 'runtime'],
]);

/** `{:deps {group/artifact {:mvn/version "1"}}}` */
export function parseDepsEdn(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const all = readForms(text);
  for (const [index, token] of all.entries()) {
    const scope = token.kind === 'word' ? maps.get(token.value) : undefined;
    const open = all[index + 1];
    if (!scope || !isSign(open, '{') || !open) continue;
    for (let at = index + 2; at < open.close; ) {
      const name = all[at];
      const value = all[at + 1];
      if (name?.kind === 'word' && isSign(value, '{') && value) {
        addEdn(manifest, name, all.slice(at + 2, value.close), token.value, scope);
        at = value.close + 1;
      } else at++;
    }
  }
  return manifest.build('deps.edn', 'maven');
}

/** Line ends mean nothing here, and `#_` takes the form behind it out. */
function readForms(text: string): readonly Token[] {
  const tokens = relink(tokenize(text, clojure).filter(({ kind }) => kind !== 'line'));
  if (!text.includes('#_')) return tokens;
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token && isDiscard(token)) at = behindDiscarded(tokens, at);
    else if (token) kept.push(tokens[at++] ?? token);
  }
  return relink(kept);
}

function isDiscard({ kind, value }: Token): boolean {
  return kind === 'word' && value.startsWith('#_');
}

/** `#_ form`, `#_form`; `#_ #_` takes two forms out. */
function behindDiscarded(tokens: readonly Token[], index: number): number {
  let forms = 0;
  let at = index;
  for (let token = tokens[at]; token && isDiscard(token); token = tokens[++at]) {
    const marks = /^(?:#_)+/.exec(token.value)?.[0].length ?? 0;
    forms += marks / 2 - (marks < token.value.length ? 1 : 0);
  }
  for (; forms > 0; forms--) at = Math.max(at, tokens[at]?.close ?? at) + 1;
  return at;
}

/** Without line ends the indexes of the closing brackets change. */
function relink(tokens: readonly Token[]): readonly Token[] {
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'sign') continue;
    if ('([{'.includes(token.value)) open.push(index);
    else if (')]}'.includes(token.value)) {
      const opener = tokens[open.pop() ?? -1];
      if (opener) opener.close = index;
    }
  }
  for (const index of open) {
    const token = tokens[index];
    if (token) token.close = tokens.length;
  }
  return tokens;
}

function addEdn(
  manifest: ManifestBuilder,
  name: Token,
  value: readonly Token[],
  place: string,
  scope: DependencyScope,
): void {
  const of = (key: string) => value[value.findIndex(token => token.value === key) + 1];
  const has = (key: string) => value.some(token => token.value === key);
  const version = has(':mvn/version') ? of(':mvn/version') : has(':git/tag') ? of(':git/tag') : undefined;
  const origin: DependencyOrigin = has(':local/root')
    ? 'path'
    : value.some(token => token.value.startsWith(':git/') || token.value === ':sha')
      ? 'git'
      : 'registry';
  manifest.add(name, version?.kind === 'string' ? version : undefined, {
    purl: purlOf(name.value),
    place,
    scope,
    origin,
  });
}

const vectors: ReadonlyMap<string, DependencyScope> = new Map([
  [':dependencies', 'runtime'],
  [':managed-dependencies', 'runtime'],
  [':plugins', 'build'],
]);

/** `:dependencies [[group/artifact "1" :scope "test"]]`. https://codeberg.org/leiningen/leiningen */
export function parseProjectClj(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = readForms(text);
  let profile = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.value === ':profiles') profile = tokens[index + 1]?.close ?? -1;
    const scope = token.kind === 'word' ? vectors.get(token.value) : undefined;
    const open = tokens[index + 1];
    if (!scope || !open || !isSign(open, '[')) continue;
    readVector(manifest, tokens, index + 2, open.close, {
      place: token.value,
      scope: index < profile && scope === 'runtime' ? 'development' : scope,
    });
  }
  return manifest.build('project.clj', 'maven');
}

function readVector(
  manifest: ManifestBuilder,
  tokens: readonly Token[],
  start: number,
  end: number,
  where: { place: string; scope: DependencyScope },
): void {
  for (let at = start; at < end; at++) {
    const open = tokens[at];
    const name = tokens[at + 1];
    if (!open || !isSign(open, '[') || name?.kind !== 'word') continue;
    const version = tokens[at + 2];
    manifest.add(name, version?.kind === 'string' && at + 2 < open.close ? version : undefined, {
      purl: purlOf(name.value),
      ...where,
    });
    at = Math.max(at, open.close);
  }
}
