import assert from 'node:assert/strict';
import { readManifest } from '../../../../src/core/manifests/index.ts';
import { read, table } from '../reading.ts';

describe('requirements.txt', () => {
  table('requirements-dev.txt', {
    'reads pinned, ranged and bare names': [
      'Django==4.2\nflask >= 2, <3\nrequests\nZope.Interface_x~=1.0+local.1\n',
      'pkg:pypi/django ==4.2 runtime requirements',
      'pkg:pypi/flask >= 2, <3 runtime requirements',
      'pkg:pypi/requests - runtime requirements',
      'pkg:pypi/zope.interface-x ~=1.0+local.1 runtime requirements',
    ],
    'leaves extras, markers and comments out of the requirement': [
      'a[b,c]>=1 ; python_version < "3.8" and extra != "#x"  # why\nd (>=2)\n',
      'pkg:pypi/a >=1 runtime requirements',
      'pkg:pypi/d >=2 runtime requirements',
    ],
    'leaves continued lines and hashes out of the requirement': [
      'a==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\nb==2\n',
      'pkg:pypi/a ==1.0 runtime requirements',
      'pkg:pypi/b ==2 runtime requirements',
    ],
    'reads on after a continued line with CRLF': [
      'a==1.0 \\\r\n    --hash=sha256:aa\r\nb==2\r\n',
      'pkg:pypi/a ==1.0 runtime requirements',
      'pkg:pypi/b ==2 runtime requirements',
    ],
    'takes no package from options and includes': [
      '-r base.txt\n-c constraints.txt\n--index-url https://x.org/simple\n-f ./wheels\n# a==1\n',
    ],
    'reads direct references with semicolons and fragments': [
      'a @ https://x.org/a;v=1.zip#sha256=1 ; python_version>"3"\nb @ git+https://x.org/b.git@v1#egg=b\n',
      'pkg:pypi/a https://x.org/a;v=1.zip#sha256=1 runtime requirements url',
      'pkg:pypi/b git+https://x.org/b.git@v1#egg=b runtime requirements git',
    ],
    'names editable and bare URLs by egg or archive': [
      '-e git+https://x.org/a.git@v1#egg=A_b\nhttps://x.org/c-1.0-py3-none-any.whl\n-e ./local\n./other\n',
      'pkg:pypi/a-b git+https://x.org/a.git@v1#egg=A_b runtime requirements git',
      'pkg:pypi/c https://x.org/c-1.0-py3-none-any.whl runtime requirements url',
    ],
    'passes over prose': ['this is not a requirement\na==1', 'pkg:pypi/a ==1 runtime requirements'],
    'reads a half-typed requirement': [
      'a==\nb>=1',
      'pkg:pypi/a == runtime requirements',
      'pkg:pypi/b >=1 runtime requirements',
    ],
    'reads behind a byte order mark': ['\uFEFFa==1', 'pkg:pypi/a ==1 runtime requirements'],
  });

  it('names the files that it takes in, however they are written', () => {
    const text =
      '-r base.list\n-rother.txt\n--requirement=a/b.txt # why\n--requirement ../c\n-c "with space.txt"\n--constraint win\\d.txt\n' +
      '-r https://x.org/r.txt\n-r /etc/pip.txt\n-r ${HOME}/r.txt\n--require-hashes\n-r\n# -r no.txt\n';

    const { inclusions, dependencies } = read('requirements.txt', text);

    assert.deepEqual(
      inclusions?.map(({ path, format }) => `${format}: ${path}`),
      ['base.list', 'other.txt', 'a/b.txt', '../c', 'with space.txt', 'win/d.txt'].map(
        path => `requirements.txt: ${path}`,
      ),
    );
    assert.deepEqual(dependencies, []);
  });

  it('takes documentation whose name fits for no manifest', () => {
    const prose = 'Constraints\n===========\n\nCheckConstraint\n\nfields\n------\n';

    assert.equal(readManifest('docs/ref/constraints.txt', prose), undefined);
  });

  for (const path of [
    'requirements.in',
    'requirements/dev.txt',
    'x/dev-requirements.txt',
    'constraints.txt',
    'requirements_test.txt',
  ]) {
    table(path, { [`knows ${path}`]: ['a==1', 'pkg:pypi/a ==1 runtime requirements'] });
  }
});
