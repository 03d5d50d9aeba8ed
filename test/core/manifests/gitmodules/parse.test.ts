import { table } from '../reading.ts';

describe('.gitmodules', () => {
  table('.gitmodules', {
    'reads submodules': [
      '[submodule "a"]\n\tpath = lib/a\n\turl = https://github.com/O/a.git\n\tbranch = dev\n[submodule "b"]\n\turl = git@gitee.com:o/b.git\n\tpath = b\n[submodule "c"]\n\turl = ../c.git\n',
      'pkg:github/o/a dev runtime submodule git',
      'pkg:generic/gitee.com/o/b - runtime submodule git',
    ],
  });
});
