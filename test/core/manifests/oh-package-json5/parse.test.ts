import { table } from '../reading.ts';

describe('oh-package.json5', () => {
  table('oh-package.json5', {
    'reads JSON5': [
      "{\n  name: 'x', // c\n  dependencies: {\n    '@ohos/axios': '^2.0.0',\n    \"lib\": \"file:../lib\",\n    plain: '1.0',\n  },\n  devDependencies: { '@ohos/hypium': \"1.0.6\" },\n}\n",
      'pkg:ohpm/%40ohos/axios ^2.0.0 runtime dependencies',
      'pkg:ohpm/lib file:../lib runtime dependencies path',
      'pkg:ohpm/plain 1.0 runtime dependencies',
      'pkg:ohpm/%40ohos/hypium 1.0.6 development devDependencies',
    ],
    'reads around a string that was not closed': [
      "{ dependencies: { 'a': '1\n'b': '2' } }",
      'pkg:ohpm/a 1 runtime dependencies',
      'pkg:ohpm/b 2 runtime dependencies',
    ],
  });
});
