import assert from 'node:assert/strict';
import { lines, table } from '../reading.ts';

describe('setup.py', () => {
  table('setup.py', {
    'follows names in maps, tuples and formatted requirements': [
      "T = ['tornado>=4.0']\nR = (\n    'a>={v}'.format(v=V),\n    'b'.upper(),\n)\nsetup(install_requires=R, extras_require={'t': T, 'all': S + T})\n",
      'pkg:pypi/tornado >=4.0 optional extras_require.t',
      'pkg:pypi/a >={v} runtime install_requires',
    ],
    'reads sums of lists and lists that grow': [
      'R = ["a"] + ["b"]\nR += ["c"]\nE = {"x": ["d"]}\nE["y"] = ["e"]\nsetup(install_requires=R + ["f"] + OTHER, extras_require=E)\n',
      'pkg:pypi/a - runtime install_requires',
      'pkg:pypi/b - runtime install_requires',
      'pkg:pypi/c - runtime install_requires',
      'pkg:pypi/d - optional extras_require.x',
      'pkg:pypi/e - optional extras_require',
      'pkg:pypi/f - runtime install_requires',
    ],
    'reads literal lists, not only pins': [
      "from setuptools import setup\nsetup(\n  name='x',\n  install_requires=[\n    'a>=1,<2',  # 'no'\n    \"b\", 'c==1; python_version<\"3\"',\n  ],\n  setup_requires=['d'],\n  tests_require=['e~=1'],\n  extras_require={'fast': ['f'], 'g:python_version<\"3\"': ['h>1']},\n)\n",
      'pkg:pypi/a >=1,<2 runtime install_requires',
      'pkg:pypi/b - runtime install_requires',
      'pkg:pypi/c ==1 runtime install_requires',
      'pkg:pypi/d - build setup_requires',
      'pkg:pypi/e ~=1 test tests_require',
      'pkg:pypi/f - optional extras_require.fast',
      'pkg:pypi/h >1 optional extras_require.g:python_version<"3"',
    ],
    'follows a name to its list once': [
      "REQUIRED = ['a>=1']\nEXTRAS = {'x': ['b']}\nsetup(install_requires=REQUIRED, extras_require=EXTRAS)\n",
      'pkg:pypi/a >=1 runtime install_requires',
      'pkg:pypi/b - optional extras_require.x',
    ],
    'reads nothing that would have to be run': [
      'install_requires=open("requirements.txt").read()\nx = f("install_requires")\n',
    ],
  });

  it('comes to an end where names refer to names that refer to names', () => {
    const level = (name: string, of: string) => `${`${name} += ${Array(20).fill(of).join(' + ')}\n`.repeat(50)}`;
    const text = `A = ["a"]\n${level('B', 'A')}${level('C', 'B')}${level('D', 'C')}${level('E', 'D')}setup(install_requires=E)\n`;

    assert.deepEqual(lines('setup.py', text), ['pkg:pypi/a - runtime install_requires']);
  });
});
