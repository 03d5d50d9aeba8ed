import type { DependencyOrigin, DependencyScope, Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { gitReference, requirementOf, ruby, startsStatement } from '../gemfile/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { endOfStatement, isSign, isWord, type Token, tokenize } from '../syntax/tokens.ts';

/** https://guides.cocoapods.org/syntax/podfile.html and, for `dependency`, podspecs. */
export function parsePodfile(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, ruby);
  let scope: DependencyScope = 'runtime';
  for (const [index, token] of tokens.entries()) {
    if (isWord(token, 'target') && startsStatement(tokens, index))
      scope = /Tests?$/.test(tokens[index + 1]?.value ?? '') ? 'test' : 'runtime';
    else if (isWord(token, 'pod') && startsStatement(tokens, index)) addPod(manifest, tokens, index, scope);
  }
  return manifest.build('Podfile', 'cocoapods');
}

export function parsePodspec(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, ruby);
  for (const [index, token] of tokens.entries()) {
    if (isSign(tokens[index - 1], '.') && isWord(token, 'dependency')) addPod(manifest, tokens, index, 'runtime');
  }
  return manifest.build('podspec', 'cocoapods');
}

/** `pod 'Name/Subspec', '~> 1', :git => '...'`; a subspec belongs to its pod. */
function addPod(manifest: ManifestBuilder, tokens: readonly Token[], index: number, scope: DependencyScope): void {
  const first = isSign(tokens[index + 1], '(') ? index + 2 : index + 1;
  const name = tokens[first];
  if (name?.kind !== 'string' || name.filled) return;
  const rest = tokens.slice(first + 1, endOfStatement(tokens, first + 1));
  manifest.add(name, (isSign(rest[0], ',') ? requirementOf(rest) : undefined) ?? gitReference(rest), {
    purl: purlOf('cocoapods', '', name.value.split('/')[0] ?? name.value),
    place: 'pod',
    scope,
    origin: originOf(rest),
  });
}

function originOf(tokens: readonly Token[]): DependencyOrigin {
  for (const { kind, value } of tokens) {
    if (kind !== 'word') continue;
    if (value === 'git') return 'git';
    if (value === 'path') return 'path';
    if (value === 'podspec' || value === 'http') return 'url';
  }
  return 'registry';
}
