import { table } from '../reading.ts';

describe('GitHub Actions', () => {
  table('.github/workflows/ci.yml', {
    'reads actions, workflows and images': [
      'on: push\njobs:\n  a:\n    container: node:20\n    services:\n      db:\n        image: postgres:16\n    steps:\n      - uses: actions/checkout@v4 # c\n      - uses: Owner/repo/sub/dir@abc123\n      - uses: ./local\n      - uses: docker://alpine:3\n      - run: echo "uses: no/no@1"\n  b:\n    uses: o/r/.github/workflows/x.yml@main\n',
      'pkg:docker/library/node 20 runtime container',
      'pkg:docker/library/postgres 16 runtime services',
      'pkg:github/actions/checkout v4 build steps',
      'pkg:github/owner/repo abc123 build steps',
      'pkg:docker/library/alpine 3 build steps',
      'pkg:github/o/r main build jobs',
    ],
  });
  table('action.yml', {
    'reads composite actions': [
      'runs:\n  using: composite\n  steps:\n    - uses: a/b@v1\n',
      'pkg:github/a/b v1 build steps',
    ],
  });
});
