import { table } from '../reading.ts';

describe('paket.dependencies', () => {
  table('paket.dependencies', {
    'reads repositories': ['git https://github.com/o/g.git master\n', 'pkg:github/o/g master runtime git git'],
    'takes no comment for a tag': [
      'github o/r:2.13.5// nospace\ngithub o/s// one\n',
      'pkg:github/o/r 2.13.5 runtime github git',
      'pkg:github/o/s - runtime github git',
    ],
    'reads packages of all groups': [
      'source https://api.nuget.org/v3/index.json\nnuget A >= 1.0 < 2 framework: net6.0\nnuget B\r\nclitool C ~> 3\ngithub o/r:v1 src/x.fs\ngroup Test\n  nuget D 4 // c\n',
      'pkg:nuget/A >= 1.0 < 2 runtime nuget',
      'pkg:nuget/B - runtime nuget',
      'pkg:nuget/C ~> 3 development clitool',
      'pkg:github/o/r v1 runtime github git',
      'pkg:nuget/D 4 test Test',
    ],
  });
});
