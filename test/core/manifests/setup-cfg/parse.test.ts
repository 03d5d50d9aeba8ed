import assert from 'node:assert/strict';
import { read, table } from '../reading.ts';

describe('setup.cfg', () => {
  table('setup.cfg', {
    'takes a single line apart at semicolons, but for markers': [
      '[options]\ninstall_requires = a>=1; b ;c\nsetup_requires = d; python_version < "3"\n[options.extras_require]\nx =\n  e; sys_platform == "win32"\n  f\n',
      'pkg:pypi/a >=1 runtime install_requires',
      'pkg:pypi/b - runtime install_requires',
      'pkg:pypi/d - build setup_requires',
      'pkg:pypi/e - optional [options.extras_require] x',
      'pkg:pypi/f - optional [options.extras_require] x',
    ],
    'reads lists of lines': [
      '[metadata]\nname = x\n[options]\ninstall_requires =\n    a>=1,<2  # c\n    # no\n    b ; python_version < "3"\n    c[x] @ https://x.org/c.zip\npython_requires = >=3\nsetup_requires = d\ntests_require =\n    e\n[options.extras_require]\nfast =\n    f==1\n',
      'pkg:pypi/a >=1,<2 runtime install_requires',
      'pkg:pypi/b - runtime install_requires',
      'pkg:pypi/c https://x.org/c.zip runtime install_requires url',
      'pkg:pypi/d - build setup_requires',
      'pkg:pypi/e - test tests_require',
      'pkg:pypi/f ==1 optional [options.extras_require] fast',
    ],
  });

  it('names the files from which lists are taken', () => {
    const { inclusions, dependencies } = read(
      'setup.cfg',
      '[options]\ninstall_requires = file: base.in, more.in\n[options.extras_require]\ntest = file: test.list\n',
    );

    assert.deepEqual(
      inclusions?.map(({ path, format }) => `${format}: ${path}`),
      ['base.in', 'more.in', 'test.list'].map(file => `requirements.txt: ${file}`),
    );
    assert.deepEqual(dependencies, []);
  });
});
