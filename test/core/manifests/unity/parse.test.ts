import { table } from '../reading.ts';

describe('Unity', () => {
  table('Game/Packages/manifest.json', {
    'reads packages': [
      '{"dependencies":{"com.unity.ugui":"1.0.0","a.b":"https://github.com/o/r.git#v1","c":"file:../c"}}',
      'pkg:unity/com.unity.ugui 1.0.0 runtime dependencies',
      'pkg:unity/a.b https://github.com/o/r.git#v1 runtime dependencies git',
      'pkg:unity/c file:../c runtime dependencies path',
    ],
  });
});
