import { table } from '../reading.ts';

describe('pubspec.yaml', () => {
  table('pubspec.yaml', {
    'reads the state of a repository and the name in another registry': [
      'dependencies:\n  g:\n    git:\n      url: https://github.com/o/g.git\n      ref: v1\n  h:\n    hosted:\n      name: real\n      url: https://x.org\n    version: ^2\n',
      'pkg:pub/g v1 runtime dependencies git',
      'pkg:pub/real ^2 runtime dependencies',
    ],
    'reads packages of every origin': [
      'name: x\nenvironment:\n  sdk: ^3.0.0\ndependencies:\n  flutter:\n    sdk: flutter\n  http: ^1.0.0\n  a:\n    git:\n      url: https://x.org/a.git\n  b:\n    path: ../b\n  c:\n    hosted: https://x.org\n    version: "1.2"\n  d:\n  e: any # c\ndev_dependencies:\n  test: ">=1.0.0 <2.0.0"\ndependency_overrides:\n  http: 1.1.0\n',
      'pkg:pub/flutter - runtime dependencies',
      'pkg:pub/http ^1.0.0 runtime dependencies',
      'pkg:pub/a - runtime dependencies git',
      'pkg:pub/b - runtime dependencies path',
      'pkg:pub/c 1.2 runtime dependencies',
      'pkg:pub/d - runtime dependencies',
      'pkg:pub/e any runtime dependencies',
      'pkg:pub/test >=1.0.0 <2.0.0 development dev_dependencies',
      'pkg:pub/http 1.1.0 runtime dependency_overrides',
    ],
    'reads around what is being typed': [
      'dependencies:\n  a: ^1\n  ht\n  b: "^2\n  c: ^3\n',
      'pkg:pub/a ^1 runtime dependencies',
      'pkg:pub/b ^2 runtime dependencies',
      'pkg:pub/c ^3 runtime dependencies',
    ],
    'keeps offsets across CRLF and a byte order mark': [
      '\uFEFFdependencies:\r\n  a: ^1\r\n',
      'pkg:pub/a ^1 runtime dependencies',
    ],
    'follows anchors without copying': [
      'x: &v ^1\ndependencies: &d\n  a: *v\ndev_dependencies: *d\n',
      'pkg:pub/a ^1 runtime dependencies',
      'pkg:pub/a ^1 development dev_dependencies',
    ],
  });
});
