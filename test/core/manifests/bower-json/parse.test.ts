import { table } from '../reading.ts';

describe('bower.json', () => {
  table('bower.json', {
    'reads every section': [
      '{"dependencies":{"jquery":"~3.1","a":"https://x.org/a.zip","b":"o/b#1"},"devDependencies":{"q":"*"}}',
      'pkg:bower/jquery ~3.1 runtime dependencies',
      'pkg:bower/a https://x.org/a.zip runtime dependencies url',
      'pkg:bower/b o/b#1 runtime dependencies git',
      'pkg:bower/q * development devDependencies',
    ],
  });
});
