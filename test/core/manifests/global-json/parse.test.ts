import { table } from '../reading.ts';

describe('global.json', () => {
  table('global.json', {
    'reads the SDK and the MSBuild SDKs': [
      '{"sdk":{"version":"8.0.100"},"msbuild-sdks":{"My.Sdk":"1.2"}}',
      'pkg:generic/dotnet-sdk 8.0.100 build sdk',
      'pkg:nuget/My.Sdk 1.2 build msbuild-sdks',
    ],
  });
});
