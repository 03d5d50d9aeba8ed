import { table } from '../reading.ts';

describe('setup.cfg', () => {
  table('setup.cfg', {
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
});
