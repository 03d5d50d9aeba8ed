import type { Manifest } from '../../model.ts';
import { purlOf } from '../../purl/index.ts';
import { nugetPurl } from '../csproj/index.ts';
import { ManifestBuilder } from '../manifest.ts';
import { readJson } from '../syntax/json.ts';
import { entriesOf, entryOf, nodeAt, scalarAt } from '../syntax/node.ts';

/** https://learn.microsoft.com/dotnet/core/tools/global-json */
export function parseGlobalJson(text: string): Manifest {
  const { roots, problems } = readJson(text);
  const manifest = new ManifestBuilder(text);
  const [root] = roots;
  const sdk = entryOf(root, 'sdk');
  const version = scalarAt(sdk?.value, 'version');
  if (sdk && version)
    manifest.add(sdk.key, version, { purl: purlOf('generic', '', 'dotnet-sdk'), place: 'sdk', scope: 'build' });
  for (const { key, value } of entriesOf(nodeAt(root, 'msbuild-sdks'))) {
    if (value?.kind === 'scalar')
      manifest.add(key, value, { purl: nugetPurl(key.value), place: 'msbuild-sdks', scope: 'build' });
  }
  return manifest.build('global.json', 'nuget', problems);
}
