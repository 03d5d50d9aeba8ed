import assert from 'node:assert/strict';
import { coordinate, coordinates } from '../../../src/core/projects/index.ts';

describe('coordinates of packages', () => {
  const cases = [
    ['pkg:npm/dayjs', 'npm install dayjs'],
    ['pkg:npm/%40arco-design/web-react', 'npm install @arco-design/web-react'],
    ['pkg:pypi/paddlepaddle', 'pip install paddlepaddle'],
    ['pkg:maven/cn.hutool/hutool-all', 'cn.hutool:hutool-all'],
    ['pkg:golang/github.com/gogf/gf/v2', 'go get github.com/gogf/gf/v2'],
    ['pkg:docker/library/redis', 'docker pull redis'],
    ['pkg:docker/apache/rocketmq', 'docker pull apache/rocketmq'],
    ['pkg:nuget/SqlSugarCore', 'dotnet add package SqlSugarCore'],
  ] as const;
  for (const [purl, text] of cases) {
    it(`${purl} is asked for as "${text}"`, () => assert.equal(coordinate(purl)?.text, text));
  }

  for (const purl of ['', 'dayjs', 'pkg:npm/', 'pkg:unknown/x', 'pkg:npm/a%3Brm', 'pkg:npm/%ZZ', 'pkg:constructor/x']) {
    it(`has nothing to paste for ${JSON.stringify(purl)}`, () => assert.equal(coordinate(purl), undefined));
  }

  it('keeps the order and leaves out what it cannot read', () => {
    const found = coordinates(['pkg:pypi/a', 'damaged', 'pkg:npm/b']);

    assert.deepEqual(
      found.map(({ label }) => label),
      ['PyPI', 'npm'],
    );
  });
});
