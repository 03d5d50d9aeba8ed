import type { Manifest } from '../model.ts';
import { createPathMatcher } from '../patterns/index.ts';
import { bowerJson } from './bower-json/index.ts';
import { buildGradle } from './build-gradle/index.ts';
import { buildSbt } from './build-sbt/index.ts';
import { cargoToml } from './cargo-toml/index.ts';
import { depsEdn, projectClj } from './clojure/index.ts';
import { cmakeLists } from './cmake/index.ts';
import { composeYaml } from './compose-yaml/index.ts';
import { composerJson } from './composer-json/index.ts';
import { conanfilePy, conanfileTxt } from './conan/index.ts';
import { centralPackages, msbuildProject, msbuildProperties, packagesConfig } from './csproj/index.ts';
import { denoJson } from './deno-json/index.ts';
import { dockerfile } from './dockerfile/index.ts';
import { environmentYml } from './environment-yml/index.ts';
import { gemfile, gemspec } from './gemfile/index.ts';
import { githubWorkflow } from './github-actions/index.ts';
import { gitlabCi } from './gitlab-ci/index.ts';
import { gitmodules } from './gitmodules/index.ts';
import { globalJson } from './global-json/index.ts';
import { goMod, goWork } from './go-mod/index.ts';
import { gradleProperties } from './gradle-properties/index.ts';
import { chartRequirements, chartYaml, valuesYaml } from './helm/index.ts';
import { idfComponent } from './idf-component/index.ts';
import { kubernetes } from './kubernetes/index.ts';
import { kustomization } from './kustomization/index.ts';
import { versionCatalog } from './libs-versions-toml/index.ts';
import type { ManifestFormat } from './manifest.ts';
import { mixExs } from './mix-exs/index.ts';
import { moduleBazel } from './module-bazel/index.ts';
import { ohPackageJson5 } from './oh-package-json5/index.ts';
import { packageJson } from './package-json/index.ts';
import { packageResolved, packageSwift } from './package-swift/index.ts';
import { packageXml } from './package-xml/index.ts';
import { paketDependencies } from './paket/index.ts';
import { pipfile } from './pipfile/index.ts';
import { platformioIni } from './platformio/index.ts';
import { pnpmWorkspaceYaml } from './pnpm-workspace-yaml/index.ts';
import { podfile, podspec } from './podfile/index.ts';
import { pomXml } from './pom-xml/index.ts';
import { pubspecYaml } from './pubspec-yaml/index.ts';
import { pyprojectToml } from './pyproject-toml/index.ts';
import { requirementsTxt } from './requirements-txt/index.ts';
import { scriptHeader } from './script-header/index.ts';
import { setupCfg } from './setup-cfg/index.ts';
import { setupPy } from './setup-py/index.ts';
import { terraform } from './terraform/index.ts';
import { unityManifest } from './unity/index.ts';
import { vcpkgJson } from './vcpkg-json/index.ts';
import { westYml } from './west-yml/index.ts';

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
  gradleProperties,
  versionCatalog,
  msbuildProject,
  centralPackages,
  msbuildProperties,
  packagesConfig,
  composerJson,
  gemfile,
  gemspec,
  pubspecYaml,
  dockerfile,
  composeYaml,
  pnpmWorkspaceYaml,
  denoJson,
  bowerJson,
  pipfile,
  setupCfg,
  setupPy,
  environmentYml,
  buildSbt,
  depsEdn,
  projectClj,
  paketDependencies,
  globalJson,
  mixExs,
  packageSwift,
  podfile,
  podspec,
  vcpkgJson,
  conanfileTxt,
  conanfilePy,
  cmakeLists,
  platformioIni,
  idfComponent,
  westYml,
  packageXml,
  moduleBazel,
  gitmodules,
  chartYaml,
  chartRequirements,
  valuesYaml,
  kustomization,
  terraform,
  ohPackageJson5,
  unityManifest,
  packageResolved,
  githubWorkflow,
  gitlabCi,
  scriptHeader,
  kubernetes,
];

const matching = createPathMatcher(formats);

/** The format of a `/`-separated path, by its name alone; see `ManifestFormat.accepts` for those that the text decides. */
export function formatOf(path: string): ManifestFormat | undefined {
  return matching(path)[0];
}

/**
 * Reads a manifest. `undefined` where path or text say that it is none. Never throws.
 *
 * @param id of the format to read it as, whatever its name; one that does not exist counts as none given
 */
export function readManifest(path: string, text: string, id?: string): Manifest | undefined {
  const named = id === undefined ? undefined : formats.find(format => format.id === id);
  const format = named ?? matching(path).find(candidate => candidate.accepts?.(text) ?? true);
  return format?.parse(text);
}
