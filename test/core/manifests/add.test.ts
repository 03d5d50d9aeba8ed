import assert from 'node:assert/strict';
import { addDependency, applyChanges, readManifest } from '../../../src/core/manifests/index.ts';

interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly beside: string;
  readonly add: string;
  readonly version?: string;
  readonly expected: string | undefined;
}

const cases: readonly Case[] = [
  {
    name: 'package.json: sorted in, with its indent and comma',
    path: 'package.json',
    text: '{\n\t"dependencies": {\n\t\t"a": "1",\n\t\t"moment": "^2.29.4"\n\t}\n}\n',
    beside: 'moment',
    add: 'pkg:npm/dayjs',
    version: '1.11.13',
    expected: '{\n\t"dependencies": {\n\t\t"a": "1",\n\t\t"dayjs": "^1.11.13",\n\t\t"moment": "^2.29.4"\n\t}\n}\n',
  },
  {
    name: 'package.json: behind the last one, which gets a comma',
    path: 'package.json',
    text: '{\n  "dependencies": {\n    "moment": "~2.29.4"\n  }\n}\n',
    beside: 'moment',
    add: 'pkg:npm/%40antv/g2',
    version: '5.0.0',
    expected: '{\n  "dependencies": {\n    "moment": "~2.29.4",\n    "@antv/g2": "~5.0.0"\n  }\n}\n',
  },
  {
    name: 'package.json on one line',
    path: 'package.json',
    text: '{"dependencies":{"moment":"1.0.0"}}',
    beside: 'moment',
    add: 'pkg:npm/dayjs',
    version: '1.11.13',
    expected: '{"dependencies":{"moment":"1.0.0", "dayjs":"1.11.13"}}',
  },
  {
    name: 'requirements.txt',
    path: 'requirements.txt',
    text: 'flask==3.0.0\nmatplotlib>=3.8\n',
    beside: 'matplotlib',
    add: 'pkg:pypi/pyecharts',
    version: '2.0.5',
    expected: 'flask==3.0.0\nmatplotlib>=3.8\npyecharts>=2.0.5\n',
  },
  {
    name: 'pyproject.toml, a list over several lines',
    path: 'pyproject.toml',
    text: '[project]\nname = "x"\ndependencies = [\n  "flask>=3",\n  "matplotlib>=3.8,<4",\n]\n',
    beside: 'matplotlib',
    add: 'pkg:pypi/pyecharts',
    version: '2.0.5',
    expected:
      '[project]\nname = "x"\ndependencies = [\n  "flask>=3",\n  "matplotlib>=3.8,<4",\n  "pyecharts>=2.0.5,<3",\n]\n',
  },
  {
    name: 'pyproject.toml, a list on one line',
    path: 'pyproject.toml',
    text: '[project]\nname = "x"\ndependencies = ["matplotlib>=3.8"]\n',
    beside: 'matplotlib',
    add: 'pkg:pypi/pyecharts',
    version: '2.0.5',
    expected: '[project]\nname = "x"\ndependencies = ["matplotlib>=3.8", "pyecharts>=2.0.5"]\n',
  },
  {
    name: 'pyproject.toml of Poetry',
    path: 'pyproject.toml',
    text: '[tool.poetry.dependencies]\npython = "^3.11"\nmatplotlib = "^3.8"\n',
    beside: 'matplotlib',
    add: 'pkg:pypi/pyecharts',
    version: '2.0.5',
    expected: '[tool.poetry.dependencies]\npython = "^3.11"\nmatplotlib = "^3.8"\npyecharts = "^2.0.5"\n',
  },
  {
    name: 'pom.xml: the element with its indent',
    path: 'pom.xml',
    text: '<project>\n  <dependencies>\n    <dependency>\n      <groupId>org.quartz-scheduler</groupId>\n      <artifactId>quartz</artifactId>\n      <version>2.3.2</version>\n    </dependency>\n  </dependencies>\n</project>\n',
    beside: 'quartz',
    add: 'pkg:maven/com.xuxueli/xxl-job-core',
    version: '2.4.1',
    expected:
      '<project>\n  <dependencies>\n    <dependency>\n      <groupId>org.quartz-scheduler</groupId>\n      <artifactId>quartz</artifactId>\n      <version>2.3.2</version>\n    </dependency>\n    <dependency>\n      <groupId>com.xuxueli</groupId>\n      <artifactId>xxl-job-core</artifactId>\n      <version>2.4.1</version>\n    </dependency>\n  </dependencies>\n</project>\n',
  },
  {
    name: 'build.gradle',
    path: 'build.gradle',
    text: "dependencies {\n    implementation 'org.quartz-scheduler:quartz:2.3.2'\n}\n",
    beside: 'quartz',
    add: 'pkg:maven/com.xuxueli/xxl-job-core',
    version: '2.4.1',
    expected:
      "dependencies {\n    implementation 'org.quartz-scheduler:quartz:2.3.2'\n    implementation 'com.xuxueli:xxl-job-core:2.4.1'\n}\n",
  },
  {
    name: 'build.gradle.kts',
    path: 'build.gradle.kts',
    text: 'dependencies {\n\timplementation("org.quartz-scheduler:quartz:2.3.2")\n}\n',
    beside: 'quartz',
    add: 'pkg:maven/com.xuxueli/xxl-job-core',
    version: '2.4.1',
    expected:
      'dependencies {\n\timplementation("org.quartz-scheduler:quartz:2.3.2")\n\timplementation("com.xuxueli:xxl-job-core:2.4.1")\n}\n',
  },
  {
    name: 'go.mod, a block',
    path: 'go.mod',
    text: 'module x\n\ngo 1.22\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.9.1\n)\n',
    beside: 'github.com/gin-gonic/gin',
    add: 'pkg:golang/github.com/gogf/gf',
    version: 'v2.7.0',
    expected: 'module x\n\ngo 1.22\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.9.1\n\tgithub.com/gogf/gf v2.7.0\n)\n',
  },
  {
    name: 'go.mod, single lines',
    path: 'go.mod',
    text: 'module x\n\nrequire github.com/gin-gonic/gin v1.9.1\n',
    beside: 'github.com/gin-gonic/gin',
    add: 'pkg:golang/github.com/gogf/gf',
    version: 'v2.7.0',
    expected: 'module x\n\nrequire github.com/gin-gonic/gin v1.9.1\nrequire github.com/gogf/gf v2.7.0\n',
  },
  {
    name: 'Cargo.toml',
    path: 'Cargo.toml',
    text: '[dependencies]\nactix-web = "4"\nserde = { version = "1", features = ["derive"] }\n',
    beside: 'actix-web',
    add: 'pkg:cargo/salvo',
    version: '0.70.0',
    expected: '[dependencies]\nactix-web = "4"\nsalvo = "0.70.0"\nserde = { version = "1", features = ["derive"] }\n',
  },
  {
    name: 'a project of .NET, with Windows line ends',
    path: 'App.csproj',
    text: '<Project>\r\n  <ItemGroup>\r\n    <PackageReference Include="Dapper" Version="2.1.0" />\r\n  </ItemGroup>\r\n</Project>\r\n',
    beside: 'Dapper',
    add: 'pkg:nuget/FreeSql',
    version: '3.5.0',
    expected:
      '<Project>\r\n  <ItemGroup>\r\n    <PackageReference Include="Dapper" Version="2.1.0" />\r\n    <PackageReference Include="FreeSql" Version="3.5.0" />\r\n  </ItemGroup>\r\n</Project>\r\n',
  },
  {
    name: 'nothing where the package is already there',
    path: 'package.json',
    text: '{"dependencies":{"moment":"1.0.0","dayjs":"1.0.0"}}',
    beside: 'moment',
    add: 'pkg:npm/dayjs',
    version: '1.0.0',
    expected: undefined,
  },
  {
    name: 'nothing with a version that would break the file',
    path: 'package.json',
    text: '{"dependencies":{"moment":"1.0.0"}}',
    beside: 'moment',
    add: 'pkg:npm/dayjs',
    version: '1", "evil": "1',
    expected: undefined,
  },
  {
    name: 'nothing with a name that would break the file',
    path: 'package.json',
    text: '{\n  "dependencies": {\n    "moment": "1.0.0"\n  }\n}\n',
    beside: 'moment',
    add: 'pkg:npm/x%22%3A%20%221%22%2C%20%22y',
    version: '1.0.0',
    expected: undefined,
  },
];

describe('a package added beside a dependency', () => {
  for (const { name, path, text, beside, add, version, expected } of cases) {
    it(name, () => {
      const dependency = readManifest(path, text)?.dependencies.find(
        ({ name: own }) => own === beside || own.endsWith(`:${beside}`),
      );
      assert.ok(dependency);

      const change = addDependency(path, text, dependency, { purl: add, version });

      assert.equal(change && applyChanges(text, [change]), expected);
    });
  }
});
