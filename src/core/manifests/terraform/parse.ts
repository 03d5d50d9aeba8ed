import type { Manifest } from '../../model.ts';
import { purlOf, purlOfPath } from '../../purl/index.ts';
import { addImage } from '../docker/image.ts';
import { repositoryName, repositoryPurl } from '../git/repository.ts';
import { ManifestBuilder } from '../manifest.ts';
import { isSign, isWord, type Language, type Token, tokenize } from '../syntax/tokens.ts';

const hcl: Language = {
  comments: ['#', '//'],
  blockComment: ['/*', '*/'],
  quotes: '"',
  wordSigns: '-.',
  template: '${',
  fills: /\$\{/,
};

/** Providers, modules and images. https://developer.hashicorp.com/terraform/language */
export function parseTerraform(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, hcl);
  for (const [index, token] of tokens.entries()) {
    if (isWord(token, 'required_providers')) readProviders(manifest, tokens, index + 1);
    else if (isWord(token, 'provider') && isLabel(tokens, index + 1)) readProvider(manifest, tokens, index + 1);
    else if (isWord(token, 'module') && isLabel(tokens, index + 1)) readModule(manifest, text, tokens, index + 2);
    else if (isWord(token, 'resource') && isLabel(tokens, index + 2)) readResource(manifest, text, tokens, index + 1);
    else if (isWord(token, 'image') && isSign(tokens[index + 1], '=')) {
      const value = tokens[index + 2];
      if (value?.kind === 'string' && !value.filled) addImage(manifest, text, value, { place: 'image' });
    }
  }
  return manifest.build('terraform', 'terraform');
}

/** The label in front of a block: HCL takes it with or without quotes. */
function isLabel(tokens: readonly Token[], index: number): boolean {
  const label = tokens[index];
  return (label?.kind === 'string' || label?.kind === 'word') && isSign(tokens[index + 1], '{');
}

/** Images of the Docker provider and charts of the Helm provider. */
function readResource(manifest: ManifestBuilder, text: string, tokens: readonly Token[], index: number): void {
  const type = tokens[index]?.value;
  const open = index + 2;
  if (type === 'docker_image') {
    const name = attribute(tokens, open, 'name');
    if (name && !name.filled) addImage(manifest, text, name, { place: 'docker_image' });
  } else if (type === 'helm_release') {
    const chart = attribute(tokens, open, 'chart');
    // A path, a URL and an archive are no name of a chart.
    if (chart && !chart.filled && /^\w[\w.-]*(?:\/[\w.-]+)?$/.test(chart.value))
      manifest.add(chart, attribute(tokens, open, 'version'), {
        purl: purlOf('helm', '', chart.value.slice(chart.value.indexOf('/') + 1)),
        place: 'helm_release',
      });
  }
}

/** The string behind `name =` right in the block that opens at `open`. */
function attribute(tokens: readonly Token[], open: number, name: string): Token | undefined {
  const end = tokens[open]?.close ?? -1;
  for (let at = open + 1; at < end; at++) {
    const token = tokens[at];
    if (!token) break;
    if (
      isWord(token, name) &&
      (isSign(tokens[at + 1], '=') || isSign(tokens[at + 1], ':')) &&
      tokens[at + 2]?.kind === 'string'
    )
      return tokens[at + 2];
    if (token.close > at) at = token.close;
  }
  return undefined;
}

/** `name = { source = "hashicorp/aws", version = "~> 5.0" }`, formerly `name = "~> 5.0"`. */
function readProviders(manifest: ManifestBuilder, tokens: readonly Token[], open: number): void {
  const end = isSign(tokens[open], '{') ? (tokens[open]?.close ?? -1) : -1;
  for (let at = open + 1; at < end; at++) {
    const name = tokens[at];
    const value = tokens[at + 2];
    if (name?.kind !== 'word' || !isSign(tokens[at + 1], '=') || !value) continue;
    if (value.kind === 'string') {
      manifest.add(name, value, {
        purl: purlOfPath('terraform', `hashicorp/${name.value}`),
        place: 'required_providers',
      });
      at += 2;
    } else if (isSign(value, '{')) {
      const source = attribute(tokens, at + 2, 'source');
      const path = source?.value.replace(/^registry\.terraform\.io\//, '') ?? `hashicorp/${name.value}`;
      manifest.add(source ?? name, attribute(tokens, at + 2, 'version'), {
        purl: purlOfPath('terraform', path.toLowerCase()),
        place: 'required_providers',
      });
      at = value.close;
    }
  }
}

/** `provider "aws" { version = "~> 1.0" }`, as it was before `required_providers`. */
function readProvider(manifest: ManifestBuilder, tokens: readonly Token[], index: number): void {
  const name = tokens[index];
  const version = attribute(tokens, index + 1, 'version');
  if (name && version)
    manifest.add(name, version, { purl: purlOfPath('terraform', `hashicorp/${name.value}`), place: 'provider' });
}

/** `namespace/name/provider`, of a registry of one's own with its host in front. */
const registryModule = /^(?:[\w-]+(?:\.[\w-]+)+\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/;

/** A module of the registry (`namespace/name/provider`), of a repository, or of a folder. */
function readModule(manifest: ManifestBuilder, text: string, tokens: readonly Token[], open: number): void {
  const source = attribute(tokens, open, 'source');
  if (!source || source.filled || /^\.{0,2}\//.test(source.value)) return;
  if (registryModule.test(source.value) && !/^(?:github\.com|bitbucket\.org)\//.test(source.value)) {
    const [path = ''] = source.value.split('//');
    manifest.add({ start: source.start, end: source.start + path.length }, attribute(tokens, open, 'version'), {
      purl: purlOfPath('terraform', path.toLowerCase()),
      place: 'module',
    });
    return;
  }
  const mark = source.value.indexOf('?');
  const prefix = source.value.startsWith('git::') ? 5 : 0;
  const address = { start: source.start + prefix, end: mark < 0 ? source.end : source.start + mark };
  const { name, reference } = repositoryName(text, address);
  const ref = /[?&]ref=([^&]+)/.exec(source.value);
  const start = source.start + (ref ? ref.index + 5 : 0);
  if (reference)
    manifest.add(name, ref?.[1] ? { start, end: start + ref[1].length } : undefined, {
      purl: repositoryPurl(reference),
      place: 'module',
      origin: 'git',
    });
}
