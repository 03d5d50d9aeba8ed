import assert from 'node:assert/strict';
import { applyChanges, readManifest, replaceDependency } from '../../../src/core/manifests/index.ts';

interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly version?: string;
  readonly expected: string | undefined;
}

const cases: readonly Case[] = [
  {
    name: 'a package.json keeps quotes, indent, order and the caret',
    path: 'package.json',
    text: '{\n\t"dependencies": {\n\t\t"a": "1",\n\t\t"moment": "^2.29.4"\n\t}\n}\n',
    from: 'moment',
    to: 'pkg:npm/dayjs',
    version: '1.11.13',
    expected: '{\n\t"dependencies": {\n\t\t"a": "1",\n\t\t"dayjs": "^1.11.13"\n\t}\n}\n',
  },
  {
    name: 'a scoped package of npm',
    path: 'package.json',
    text: '{"dependencies":{"chart.js":"~4.4.0"}}',
    from: 'chart.js',
    to: 'pkg:npm/%40antv/g2',
    version: '5.0.0',
    expected: '{"dependencies":{"@antv/g2":"~5.0.0"}}',
  },
  {
    name: 'a requirement that means any version stays',
    path: 'package.json',
    text: '{"dependencies":{"moment":"latest"}}',
    from: 'moment',
    to: 'pkg:npm/dayjs',
    expected: '{"dependencies":{"dayjs":"latest"}}',
  },
  {
    name: 'requirements.txt keeps its comments',
    path: 'requirements.txt',
    text: 'flask==3.0.0  # web\nmatplotlib>=3.8\n',
    from: 'matplotlib',
    to: 'pkg:pypi/pyecharts',
    version: '2.0.5',
    expected: 'flask==3.0.0  # web\npyecharts>=2.0.5\n',
  },
  {
    name: 'a pom.xml changes group, artifact and version',
    path: 'pom.xml',
    text: '<project><dependencies><dependency>\n  <groupId>org.quartz-scheduler</groupId>\n  <artifactId>quartz</artifactId>\n  <version>2.3.2</version>\n</dependency></dependencies></project>',
    from: 'quartz',
    to: 'pkg:maven/com.xuxueli/xxl-job-core',
    version: '2.4.1',
    expected:
      '<project><dependencies><dependency>\n  <groupId>com.xuxueli</groupId>\n  <artifactId>xxl-job-core</artifactId>\n  <version>2.4.1</version>\n</dependency></dependencies></project>',
  },
  {
    name: 'a Cargo.toml',
    path: 'Cargo.toml',
    text: '[dependencies]\nactix-web = "4"\n',
    from: 'actix-web',
    to: 'pkg:cargo/salvo',
    version: '0.70.0',
    expected: '[dependencies]\nsalvo = "0.70.0"\n',
  },
  {
    name: 'a go.mod keeps the v',
    path: 'go.mod',
    text: 'module x\n\ngo 1.22\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.9.1\n)\n',
    from: 'github.com/gin-gonic/gin',
    to: 'pkg:golang/github.com/gogf/gf',
    version: 'v2.7.0',
    expected: 'module x\n\ngo 1.22\n\nrequire (\n\tgithub.com/gogf/gf v2.7.0\n)\n',
  },
  {
    name: 'nothing is changed without a version where one is needed',
    path: 'package.json',
    text: '{"dependencies":{"moment":"^2.29.4"}}',
    from: 'moment',
    to: 'pkg:npm/dayjs',
    expected: undefined,
  },
  {
    name: 'nothing is changed where a range cannot be put over',
    path: 'package.json',
    text: '{"dependencies":{"moment":">=1 <2 || 3.x"}}',
    from: 'moment',
    to: 'pkg:npm/dayjs',
    version: '1.0.0',
    expected: undefined,
  },
  {
    name: 'nothing is changed when the other package is already there',
    path: 'package.json',
    text: '{"dependencies":{"moment":"1.0.0","dayjs":"1.0.0"}}',
    from: 'moment',
    to: 'pkg:npm/dayjs',
    version: '1.0.0',
    expected: undefined,
  },
  {
    name: 'nothing is changed by a name that would break the file',
    path: 'package.json',
    text: '{"dependencies":{"moment":"1.0.0"}}',
    from: 'moment',
    to: 'pkg:npm/x%22%3A%20%221',
    version: '1.0.0',
    expected: undefined,
  },
  {
    name: 'nothing is changed by a version that would break the file',
    path: 'package.json',
    text: '{"dependencies":{"moment":"1.0.0","a":"1"}}',
    from: 'moment',
    to: 'pkg:npm/dayjs',
    version: '1", "evil": "1',
    expected: undefined,
  },
  {
    name: 'nothing is changed across ecosystems',
    path: 'package.json',
    text: '{"dependencies":{"moment":"1.0.0"}}',
    from: 'moment',
    to: 'pkg:pypi/dayjs',
    version: '1.0.0',
    expected: undefined,
  },
];

describe('a dependency replaced by another one', () => {
  for (const { name, path, text, from, to, version, expected } of cases) {
    it(name, () => {
      const dependency = readManifest(path, text)?.dependencies.find(each => each.name === from);
      assert.ok(dependency);

      const changes = replaceDependency(path, text, dependency, { purl: to, version });

      assert.equal(changes && applyChanges(text, changes), expected);
    });
  }
});
