import type { Manifest } from '../model.ts';
import { buildGradle } from './build-gradle/index.ts';
import { cargoToml } from './cargo-toml/index.ts';
import { composerJson } from './composer-json/index.ts';
import { centralPackages, msbuildProject, msbuildProperties, packagesConfig } from './csproj/index.ts';
import { gemfile, gemspec } from './gemfile/index.ts';
import { goMod, goWork } from './go-mod/index.ts';
import { versionCatalog } from './libs-versions-toml/index.ts';
import type { ManifestFormat } from './manifest.ts';
import { packageJson } from './package-json/index.ts';
import { createPathMatcher } from './path-matcher.ts';
import { pomXml } from './pom-xml/index.ts';
import { pubspecYaml } from './pubspec-yaml/index.ts';
import { pyprojectToml } from './pyproject-toml/index.ts';
import { requirementsTxt } from './requirements-txt/index.ts';

/** Every format, the more special patterns first: the first match counts. */
export const formats: readonly ManifestFormat[] = [
  packageJson,
  requirementsTxt,
  pyprojectToml,
  pomXml,
  goMod,
  goWork,
  cargoToml,
  buildGradle,
  versionCatalog,
  msbuildProject,
  centralPackages,
  msbuildProperties,
  packagesConfig,
  composerJson,
  gemfile,
  gemspec,
  pubspecYaml,
];

const matching = createPathMatcher(formats);

/** The format of a `/`-separated path, by its name alone; see `ManifestFormat.accepts` for those that the text decides. */
export function formatOf(path: string): ManifestFormat | undefined {
  return matching(path)[0];
}

/** Reads a manifest. `undefined` where path or text say that it is none. Never throws. */
export function readManifest(path: string, text: string): Manifest | undefined {
  const format = matching(path).find(candidate => candidate.accepts?.(text) ?? true);
  return format?.parse(text);
}
