import { table } from '../reading.ts';

describe('environment.yml', () => {
  table('environment.yml', {
    'reads repositories in the list of pip': [
      'dependencies:\n  - pip:\n    - -r more.txt\n    - git+https://x.org/x.git#egg=xx\n    - -e git+https://x.org/y.git#egg=yy\n',
      'pkg:pypi/xx git+https://x.org/x.git#egg=xx runtime dependencies.pip git',
      'pkg:pypi/yy git+https://x.org/y.git#egg=yy runtime dependencies.pip git',
    ],
    'reads conda specifications and the pip list': [
      'name: x\nchannels: [conda-forge]\ndependencies:\n  - python=3.11\n  - numpy\n  - conda-forge::scipy>=1.2,<2\n  - pandas 1.5.*\n  - b=1.0=h1\n  - pip\n  - pip:\n    - requests>=2\n    - -r other.txt\n    - "Flask[async]==3"\n',
      'pkg:conda/python =3.11 runtime dependencies',
      'pkg:conda/numpy - runtime dependencies',
      'pkg:conda/scipy >=1.2,<2 runtime dependencies',
      'pkg:conda/pandas 1.5.* runtime dependencies',
      'pkg:conda/b =1.0=h1 runtime dependencies',
      'pkg:conda/pip - runtime dependencies',
      'pkg:pypi/requests >=2 runtime dependencies.pip',
      'pkg:pypi/flask ==3 runtime dependencies.pip',
    ],
  });
});
