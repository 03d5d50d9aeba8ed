import { table } from '../reading.ts';

describe('Pipfile', () => {
  table('Pipfile', {
    'reads packages of all forms and no scripts': [
      '[[source]]\nurl = "https://pypi.org/simple"\nname = "pypi"\n[packages]\nrequests = "*"\na = {version = "==1", extras = ["x"]}\nb = {file = "https://x.org/b.zip"}\nc = {}\nd = {path = ".", editable = true}\ne = {git = "https://x.org/e"}\n[dev-packages]\npytest = ">=7"\n[docs]\nf = "*"\n[requires]\npython_version = "3.9"\n[scripts]\ntest = "pytest"\n',
      'pkg:pypi/requests * runtime [packages]',
      'pkg:pypi/a ==1 runtime [packages]',
      'pkg:pypi/b - runtime [packages] url',
      'pkg:pypi/c - runtime [packages]',
      'pkg:pypi/d - runtime [packages] path',
      'pkg:pypi/e - runtime [packages] git',
      'pkg:pypi/pytest >=7 development [dev-packages]',
      'pkg:pypi/f * development [docs]',
    ],
  });
});
