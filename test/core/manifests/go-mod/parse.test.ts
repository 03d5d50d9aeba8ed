import { table } from '../reading.ts';

describe('go.mod', () => {
  table('go.mod', {
    'reads single lines and blocks': [
      'module x.org/m\n\ngo 1.22\n\nrequire github.com/Masterminds/Semver/v3 v3.2.1\nrequire (\n\tgolang.org/x/net v0.1.0 // indirect\n\t"quoted.org/q" v1.0.0+incompatible\n)\n',
      'pkg:golang/github.com/masterminds/semver/v3 v3.2.1 runtime require',
      'pkg:golang/golang.org/x/net v0.1.0 runtime require // indirect',
      'pkg:golang/quoted.org/q v1.0.0+incompatible runtime require',
    ],
    'follows replacements': [
      'require (\n\ta.org/a v1.0.0\n\tb.org/b v1.0.0\n\tc.org/c v1.0.0\n)\nreplace a.org/a => fork.org/a v1.1.0\nreplace (\n\tb.org/b => ../b\n\tc.org/c v2.0.0 => d.org/d v1\n)\n',
      'pkg:golang/a.org/a v1.0.0 runtime require => fork.org/a v1.1.0',
      'pkg:golang/b.org/b v1.0.0 runtime require path => ../b',
      'pkg:golang/c.org/c v1.0.0 runtime require',
      'pkg:golang/fork.org/a v1.1.0 runtime replace',
      'pkg:golang/d.org/d v1 runtime replace',
    ],
    'names a tool by its module': [
      'require golang.org/x/tools v0.1.0\ntool golang.org/x/tools/cmd/stringer\n',
      'pkg:golang/golang.org/x/tools v0.1.0 runtime require',
      'pkg:golang/golang.org/x/tools - development tool',
    ],
    'takes nothing from exclude and retract': [
      'exclude a.org/a v1\nretract [v1.0.0, v1.1.0]\nexclude (\n b.org/b v2\n)\n',
    ],
    'reads a half-typed file': [
      'require (\n\ta.org/a\n\tb.org/b v1\nrequire c.org/c v2',
      'pkg:golang/a.org/a - runtime require',
      'pkg:golang/b.org/b v1 runtime require',
      'pkg:golang/c.org/c v2 runtime require',
    ],
    'keeps offsets across CRLF': ['require (\r\n\ta.org/a v1\r\n)\r\n', 'pkg:golang/a.org/a v1 runtime require'],
  });
  table('go.work', {
    'reads the replacements of a workspace': [
      'go 1.22\nuse (\n\t./a\n\t./b\n)\nreplace x.org/x => y.org/y v1.0.0\n',
      'pkg:golang/y.org/y v1.0.0 runtime replace',
    ],
  });
});
