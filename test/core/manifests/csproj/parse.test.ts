import { table } from '../reading.ts';

describe('MSBuild projects', () => {
  table('src/App.csproj', {
    'reads imported SDKs, and versions in character data': [
      '<Project><Import Project="Sdk.props" Sdk="My.Sdk" Version="2" /><Import Project="own.props" /><ItemGroup><PackageReference Include="A"><Version><![CDATA[1.2]]></Version></PackageReference></ItemGroup></Project>',
      'pkg:nuget/My.Sdk 2 build Sdk',
      'pkg:nuget/A 1.2 runtime PackageReference',
    ],
    'reads attributes and elements': [
      '<Project Sdk="Microsoft.NET.Sdk">\n<ItemGroup Condition="x">\n<PackageReference Include="A" Version="1.0" />\n<PackageReference Include="B"><Version>2.0</Version></PackageReference>\n<PackageReference Update="C" VersionOverride="3" />\n<PackageReference Include="D" PrivateAssets="all" />\n<PackageReference Include="E;F" Version="[4,5)" />\n<ProjectReference Include="..\\x.csproj" />\n</ItemGroup></Project>',
      'pkg:nuget/A 1.0 runtime PackageReference',
      'pkg:nuget/B 2.0 runtime PackageReference',
      'pkg:nuget/C 3 runtime PackageReference',
      'pkg:nuget/D - development PackageReference',
      'pkg:nuget/E [4,5) runtime PackageReference',
      'pkg:nuget/F [4,5) runtime PackageReference',
    ],
    'fills in properties of any case': [
      '<Project><PropertyGroup><XVersion>1.2</XVersion></PropertyGroup><ItemGroup><PackageReference Include="A" Version="$(xversion)" /></ItemGroup></Project>',
      'pkg:nuget/A $(xversion) runtime PackageReference => 1.2',
    ],
    'reads SDKs with a version': [
      '<Project Sdk="Microsoft.Build.Traversal/3.2.0"><Sdk Name="My.Sdk" Version="1" /></Project>',
      'pkg:nuget/Microsoft.Build.Traversal 3.2.0 build Sdk',
      'pkg:nuget/My.Sdk 1 build Sdk',
    ],
    'reads conditional groups': [
      '<Project><Choose><When><ItemGroup><PackageReference Include="A" Version="1"/></ItemGroup></When></Choose></Project>',
      'pkg:nuget/A 1 runtime PackageReference',
    ],
    'reads on behind a tag that is being typed': [
      '<Project><ItemGroup>\n<PackageReference Include="A" Version="1" />\n<PackageReference Include="B\n<PackageReference Include="C" Version="2" />\n</ItemGroup></Project>',
      'pkg:nuget/A 1 runtime PackageReference',
    ],
  });
  table('Directory.Packages.props', {
    'leaves white space around a version out of it': [
      '<Project><ItemGroup><PackageVersion Include="A" Version=" 6.2.3 " /><PackageVersion Include="B"><Version>\n 1.0\n</Version></PackageVersion></ItemGroup></Project>',
      'pkg:nuget/A 6.2.3 runtime PackageVersion',
      'pkg:nuget/B 1.0 runtime PackageVersion',
    ],
    'reads central versions': [
      '<Project><ItemGroup><PackageVersion Include="A" Version="1" /><GlobalPackageReference Include="B" Version="2" /></ItemGroup></Project>',
      'pkg:nuget/A 1 runtime PackageVersion',
      'pkg:nuget/B 2 development GlobalPackageReference',
    ],
  });
  table('packages.config', {
    'reads packages': [
      '<?xml version="1.0"?><packages><package id="A" version="1" targetFramework="net45" /><package id="B" version="2" developmentDependency="true" /></packages>',
      'pkg:nuget/A 1 runtime packages',
      'pkg:nuget/B 2 development packages',
    ],
  });
});
