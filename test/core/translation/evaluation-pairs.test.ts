import assert from 'node:assert/strict';
import { pairPassages, passagesOf } from '../../eval/translation-pairs.ts';

/** The texts that are laid beside each other. */
function beside(one: string, other: string): readonly string[] {
  const [ones, others] = [passagesOf(one), passagesOf(other)];
  return pairPassages(one, other).map(([left, right]) => `${ones[left]} = ${others[right]}`);
}

describe('passages of two language versions of a README', () => {
  it('stand beside each other where the sections have one shape', () => {
    const one = '# 项目\n\n介绍。\n\n## 安装\n\n运行 `npm i`。\n\n## 用法\n\n第一段。\n\n第二段。\n';
    const other = '# Project\n\nAn introduction.\n\n## Install\n\nRun `npm i`.\n\n## Use\n\nOnly one paragraph.\n';

    assert.deepEqual(beside(one, other), [
      '项目 = Project',
      '介绍。 = An introduction.',
      '安装 = Install',
      '运行  。 = Run  .',
    ]);
  });

  it('count only where code or addresses tell them apart, when a version has more sections than the other', () => {
    const one = '# 项目\n\n介绍。\n\n## 安装\n\n运行 `npm i`。\n\n## 常见问题\n\n没有。\n';
    const other = '# Project\n\nAn introduction.\n\n## Install\n\nRun `npm i`.\n';

    assert.deepEqual(beside(one, other), ['安装 = Install', '运行  。 = Run  .']);
  });
});
