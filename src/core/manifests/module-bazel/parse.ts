import type { DependencyOrigin, Manifest } from '../../model.ts';
import { golangPurl, mavenPurl, purlOf } from '../../purl/index.ts';
import { addImage } from '../docker/image.ts';
import { readMavenCoordinates } from '../jvm/coordinates.ts';
import { ManifestBuilder } from '../manifest.ts';
import { python } from '../setup-py/index.ts';
import { isSign, type Token, tokenize } from '../syntax/tokens.ts';

/** https://bazel.build/external/module */
export function parseBazel(text: string): Manifest {
  const manifest = new ManifestBuilder(text);
  const tokens = tokenize(text, python);
  const overrides = readOverrides(tokens);
  for (const [index, token] of tokens.entries()) {
    const open = tokens[index + 1];
    if (token.kind !== 'word' || !open || !isSign(open, '(')) continue;
    const end = open.close;
    if (token.value === 'bazel_dep') addModule(manifest, tokens, index, end, overrides);
    else if ((token.value === 'install' || token.value === 'artifact') && isSign(tokens[index - 1], '.'))
      addArtifacts(manifest, text, tokens, index, end);
    else if (token.value === 'module' && isSign(tokens[index - 1], '.')) addGoModule(manifest, tokens, index, end);
    else if (token.value === 'pull' && isSign(tokens[index - 1], '.')) {
      const image = argument(tokens, index + 2, end, 'image');
      if (image?.kind === 'string')
        addPulled(
          manifest,
          text,
          image,
          argument(tokens, index + 2, end, 'tag') ?? argument(tokens, index + 2, end, 'digest'),
        );
    }
  }
  return manifest.build('MODULE.bazel', 'bazel');
}

/** `go_deps.module(path =, version =)` of Gazelle. */
function addGoModule(manifest: ManifestBuilder, tokens: readonly Token[], index: number, end: number): void {
  const path = argument(tokens, index + 2, end, 'path');
  const version = argument(tokens, index + 2, end, 'version');
  if (path?.kind === 'string')
    manifest.add(path, version?.kind === 'string' ? version : undefined, {
      purl: golangPurl(path.value),
      place: 'go_deps.module',
    });
}

/** The value of `name = value`. */
function argument(tokens: readonly Token[], start: number, end: number, name: string): Token | undefined {
  for (let at = start; at < end; at++) {
    if (tokens[at]?.kind === 'word' && tokens[at]?.value === name && isSign(tokens[at + 1], '=')) return tokens[at + 2];
  }
  return undefined;
}

const overrideCalls: ReadonlyMap<string, DependencyOrigin> = new Map([
  ['git_override', 'git'],
  ['archive_override', 'url'],
  ['local_path_override', 'path'],
]);

function readOverrides(tokens: readonly Token[]): ReadonlyMap<string, DependencyOrigin> {
  const found = new Map<string, DependencyOrigin>();
  for (const [index, token] of tokens.entries()) {
    const origin = token.kind === 'word' ? overrideCalls.get(token.value) : undefined;
    const name = origin && argument(tokens, index + 2, tokens[index + 1]?.close ?? index, 'module_name');
    if (origin && name) found.set(name.value, origin);
  }
  return found;
}

function addModule(
  manifest: ManifestBuilder,
  tokens: readonly Token[],
  index: number,
  end: number,
  overrides: ReadonlyMap<string, DependencyOrigin>,
): void {
  const name = argument(tokens, index + 2, end, 'name');
  const version = argument(tokens, index + 2, end, 'version');
  if (name?.kind !== 'string') return;
  manifest.add(name, version?.kind === 'string' ? version : undefined, {
    purl: purlOf('bazel', '', name.value),
    place: 'bazel_dep',
    scope: argument(tokens, index + 2, end, 'dev_dependency')?.value === 'True' ? 'development' : 'runtime',
    origin: overrides.get(name.value),
  });
}

/** `maven.install(artifacts = ["g:a:v"], boms = [...])`, `maven.artifact(group =, artifact =, version =)` of rules_jvm_external. */
function addArtifacts(
  manifest: ManifestBuilder,
  text: string,
  tokens: readonly Token[],
  index: number,
  end: number,
): void {
  const [group, artifact] = ['group', 'artifact'].map(name => argument(tokens, index + 2, end, name));
  if (group?.kind === 'string' && artifact?.kind === 'string') {
    const version = argument(tokens, index + 2, end, 'version');
    manifest.add(artifact, version?.kind === 'string' ? version : undefined, {
      purl: mavenPurl(group.value, artifact.value),
      place: 'maven',
    });
    return;
  }
  for (const name of ['artifacts', 'boms']) {
    const list = argument(tokens, index + 2, end, name);
    const from = list ? tokens.indexOf(list, index) : -1;
    for (let at = from + 1; list && isSign(list, '[') && at < list.close; at++) {
      const token = tokens[at];
      const found = token?.kind === 'string' ? readMavenCoordinates(text, token) : undefined;
      if (found)
        manifest.add(found.name, found.version, { purl: mavenPurl(found.group, found.artifact), place: 'maven' });
    }
  }
}

function addPulled(manifest: ManifestBuilder, text: string, image: Token, tag: Token | undefined): void {
  const tagged = new ManifestBuilder(text);
  addImage(tagged, text, image, { place: 'oci.pull' });
  const [found] = tagged.build('', 'docker').dependencies;
  if (found) manifest.add(image, tag?.kind === 'string' ? tag : undefined, { purl: found.purl, place: 'oci.pull' });
}
