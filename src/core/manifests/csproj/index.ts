import type { ManifestFormat } from '../manifest.ts';
import { parseMsbuild, parsePackagesConfig } from './parse.ts';

export { nugetPurl } from './parse.ts';

export const msbuildProject: ManifestFormat = {
  id: 'csproj',
  ecosystem: 'nuget',
  patterns: ['*.csproj', '*.fsproj', '*.vbproj'],
  parse: text => parseMsbuild(text, 'csproj'),
};

/** https://learn.microsoft.com/nuget/consume-packages/central-package-management */
export const centralPackages: ManifestFormat = {
  id: 'Directory.Packages.props',
  ecosystem: 'nuget',
  patterns: ['Directory.Packages.props'],
  parse: text => parseMsbuild(text, 'Directory.Packages.props'),
};

export const msbuildProperties: ManifestFormat = {
  id: 'Directory.Build.props',
  ecosystem: 'nuget',
  patterns: ['Directory.Build.props', 'Directory.Build.targets', '*.props'],
  parse: text => parseMsbuild(text, 'Directory.Build.props'),
};

export const packagesConfig: ManifestFormat = {
  id: 'packages.config',
  ecosystem: 'nuget',
  patterns: ['packages.config'],
  parse: parsePackagesConfig,
};
