import assert from 'node:assert/strict';
import { read, table } from '../reading.ts';

describe('pyproject.toml', () => {
  table('pyproject.toml', {
    'reads the packages of Rye and the plugins that Poetry asks for': [
      '[tool.rye]\nmanaged = true\ndev-dependencies = ["pytest>=7", "ruff"]\n[tool.poetry.requires-plugins]\npoetry-plugin-export = ">=1.8"\n',
      'pkg:pypi/pytest >=7 development tool.rye.dev-dependencies',
      'pkg:pypi/ruff - development tool.rye.dev-dependencies',
      'pkg:pypi/poetry-plugin-export >=1.8 build [tool.poetry.requires-plugins]',
    ],
    'knows the sources of uv and the hooks of Hatch': [
      '[project]\ndependencies = ["own", "gitted>=1", "c"]\n[tool.uv.sources]\nown = { workspace = true }\ngitted = { git = "https://x.org/g" }\n[tool.hatch.build.hooks.x]\ndependencies = ["h"]\n',
      'pkg:pypi/own - runtime project.dependencies workspace',
      'pkg:pypi/gitted >=1 runtime project.dependencies git',
      'pkg:pypi/c - runtime project.dependencies',
      'pkg:pypi/h - build tool.hatch.build.hooks.x.dependencies',
    ],
    'reads PEP 621, PEP 735 and the build system': [
      '[build-system]\nrequires = ["hatchling>=1"]\n[project]\ndependencies = [\n  "a[x]>=1,<2; python_version<\'3\'", # c\n  "b",\n]\n[project.optional-dependencies]\nfast = ["c==1"]\n[dependency-groups]\ndev = ["d~=1", {include-group = "test"}]\ntest = ["e"]\n',
      'pkg:pypi/hatchling >=1 build build-system.requires',
      'pkg:pypi/a >=1,<2 runtime project.dependencies',
      'pkg:pypi/b - runtime project.dependencies',
      'pkg:pypi/c ==1 optional project.optional-dependencies.fast',
      'pkg:pypi/d ~=1 development dependency-groups.dev',
      'pkg:pypi/e - test dependency-groups.test',
    ],
    'reads the tables and groups of Poetry': [
      '[tool.poetry.dependencies]\npython = "^3.9"\na = "^1"\nb = {version = "2", optional = true, extras = ["x"]}\nc = {git = "https://x.org/c.git"}\nd = {path = "../d"}\ne = [{version = "1", python = "<3"}, {version = "2"}]\n[tool.poetry.dev-dependencies]\nf = "*"\n[tool.poetry.group.test.dependencies]\ng.version = "3"\n[tool.poetry.extras]\nx = ["b"]\n',
      'pkg:pypi/a ^1 runtime [tool.poetry.dependencies]',
      'pkg:pypi/b 2 optional [tool.poetry.dependencies]',
      'pkg:pypi/c - runtime [tool.poetry.dependencies] git',
      'pkg:pypi/d - runtime [tool.poetry.dependencies] path',
      'pkg:pypi/e 1 runtime [tool.poetry.dependencies]',
      'pkg:pypi/e 2 runtime [tool.poetry.dependencies]',
      'pkg:pypi/f * development [tool.poetry.dev-dependencies]',
      'pkg:pypi/g 3 test [tool.poetry.group.test.dependencies]',
    ],
    'reads project and Poetry side by side': [
      '[project]\ndependencies = ["a>=1"]\n[tool.poetry.dependencies]\na = {source = "own"}\n',
      'pkg:pypi/a >=1 runtime project.dependencies',
      'pkg:pypi/a - runtime [tool.poetry.dependencies]',
    ],
    'reads PDM, uv and Hatch': [
      '[tool.pdm.dev-dependencies]\nx = ["a"]\n[tool.uv]\ndev-dependencies = ["b"]\noverride-dependencies = ["c==1"]\n[tool.hatch.envs.default]\ndependencies = ["d"]\nextra-dependencies = ["e"]\n',
      'pkg:pypi/a - development tool.pdm.dev-dependencies.x',
      'pkg:pypi/b - development tool.uv.dev-dependencies',
      'pkg:pypi/c ==1 runtime tool.uv.override-dependencies',
      'pkg:pypi/d - development tool.hatch.envs.default.dependencies',
      'pkg:pypi/e - development tool.hatch.envs.default.extra-dependencies',
    ],
    'reads on behind a string and a list that were not closed': [
      '[project]\ndependencies = [\n  "a>=1",\n  "b\n[dependency-groups]\nx = ["c"]\n',
      'pkg:pypi/a >=1 runtime project.dependencies',
      'pkg:pypi/b - runtime project.dependencies',
      'pkg:pypi/c - development dependency-groups.x',
    ],
    'keeps offsets across CRLF and a byte order mark': [
      '\uFEFF[project]\r\ndependencies = [\r\n"a>=1",\r\n]\r\n',
      'pkg:pypi/a >=1 runtime project.dependencies',
    ],
    'takes __proto__ as a name': [
      '[tool.poetry.dependencies]\n__proto__ = "1"\n',
      'pkg:pypi/--proto-- 1 runtime [tool.poetry.dependencies]',
    ],
  });

  it('names the files from which setuptools takes lists', () => {
    const { inclusions } = read(
      'pyproject.toml',
      '[tool.setuptools.dynamic]\ndependencies = { file = ["base.in"] }\noptional-dependencies.test = { file = "test.list" }\n',
    );

    assert.deepEqual(
      inclusions?.map(({ path, format }) => `${format}: ${path}`),
      ['requirements.txt: base.in', 'requirements.txt: test.list'],
    );
  });
});
