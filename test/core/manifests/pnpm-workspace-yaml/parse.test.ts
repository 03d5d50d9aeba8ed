import { table } from '../reading.ts';

describe('pnpm-workspace.yaml', () => {
  table('pnpm-workspace.yaml', {
    'reads overrides': ['overrides:\n  "a>b": ^3\n', 'pkg:npm/b ^3 runtime overrides'],
    'reads catalogs and overrides': [
      'packages: ["a/*"]\ncatalog:\n  react: ^19.0.0\n  "@types/node": 22\ncatalogs:\n  old:\n    react: ^18.0.0\noverrides:\n  "a>b@1": 2\n',
      'pkg:npm/react ^19.0.0 runtime catalog',
      'pkg:npm/%40types/node 22 runtime catalog',
      'pkg:npm/react ^18.0.0 runtime catalogs.old',
      'pkg:npm/b 2 runtime overrides',
    ],
  });
});
