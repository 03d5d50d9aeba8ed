import type { DependencyOrigin, Manifest } from '../../model.ts';
import { purlOf, purlOfPath } from '../../purl/index.ts';
import { type RepositoryReference, readRepository, repositoryName } from '../git/repository.ts';
import { ManifestBuilder, type Piece } from '../manifest.ts';
import { readJson } from '../syntax/json.ts';
import { itemsOf, nodeAt, scalarAt } from '../syntax/node.ts';
import { isSign, isWord, type Language, type Token, tokenize } from '../syntax/tokens.ts';

const swift: Language = { comments: ['//'], blockComment: ['/*', '*/'], quotes: '"', longStrings: true, wordSigns: '' };

/** `pkg:swift/host/owner/name` (purl type definition `swift`). */
function swiftPurl(reference: RepositoryReference | undefined, fallback: string): string {
  return reference ? purlOfPath('swift', `${reference.host}/${reference.path}`) : purlOf('swift', '', fallback);
}

/** `.package(url: "...", from: "1.0.0")`. https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html */
export function parseSwift(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, swift);
  for (const [index, token] of tokens.entries()) {
    const open = tokens[index + 1];
    if (!isWord(token, 'package') || !isSign(tokens[index - 1], '.') || !open || !isSign(open, '(')) continue;
    addPackage(manifest, text, tokens, index + 2, open.close);
  }
  return manifest.build('Package.swift', 'swift');
}

function addPackage(
  manifest: ManifestBuilder,
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
): void {
  const options = new Map<string, number>();
  for (let at = start; at < end; at++) {
    const token = tokens[at];
    if (token?.kind === 'word' && isSign(tokens[at + 1], ':') && !options.has(token.value))
      options.set(token.value, at + 2);
  }
  const url = stringAt(tokens, options.get('url'));
  const identity = stringAt(tokens, options.get('id'));
  const address = url ?? identity;
  if (!address) return;
  const { name, reference } = repositoryName(text, address);
  const requirement = requirementOf(
    tokens,
    options,
    Math.max(options.get('url') ?? 0, options.get('id') ?? 0) + 1,
    end,
  );
  const origin: DependencyOrigin = reference || identity ? 'registry' : 'path';
  manifest.add(url ? name : address, requirement, {
    purl: swiftPurl(url ? reference : undefined, address.value),
    place: 'dependencies',
    origin,
  });
}

function stringAt(tokens: readonly Token[], index: number | undefined): Token | undefined {
  const token = index === undefined ? undefined : tokens[index];
  return token?.kind === 'string' ? token : undefined;
}

/** `from: "1"`, `.upToNextMajor(from: "1")`, `exact: "1"`, `.exact("1")`, `"1"..<"2"`, `branch:`, `revision:` */
function requirementOf(
  tokens: readonly Token[],
  options: ReadonlyMap<string, number>,
  start: number,
  end: number,
): Piece | undefined {
  for (const name of ['from', 'exact', 'branch', 'revision']) {
    const found = stringAt(tokens, options.get(name));
    if (found) return found;
  }
  const path = options.get('path');
  const strings = tokens.slice(start, end).filter((token, index) => token.kind === 'string' && start + index !== path);
  const [first] = strings;
  const last = strings.at(-1);
  if (!first || !last) return undefined;
  // A range is written with its quotes: what stands between them belongs to it.
  return first === last ? first : { start: first.start - 1, end: last.end + 1 };
}

/** What Swift resolved: read only where no Package.swift stands beside it. */
export function parsePackageResolved(text: string): Manifest {
  const { roots, problems } = readJson(text);
  const manifest = new ManifestBuilder(text);
  const pins = nodeAt(roots[0], 'pins') ?? nodeAt(roots[0], 'object', 'pins');
  for (const pin of itemsOf(pins)) {
    const location = scalarAt(pin, 'location') ?? scalarAt(pin, 'repositoryURL');
    const name = scalarAt(pin, 'identity') ?? scalarAt(pin, 'package');
    if (!name) continue;
    const state = nodeAt(pin, 'state');
    const version = [scalarAt(state, 'version'), scalarAt(state, 'branch'), scalarAt(state, 'revision')].find(
      node => node?.quoted,
    );
    manifest.add(name, version, {
      purl: swiftPurl(location && readRepository(location.value), name.value),
      place: 'pins',
    });
  }
  return manifest.build('Package.resolved', 'swift', problems);
}
