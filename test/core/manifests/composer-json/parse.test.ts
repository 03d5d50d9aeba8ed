import { table } from '../reading.ts';

describe('composer.json', () => {
  table('composer.json', {
    'reads packages and leaves the platform out': [
      '{"require":{"php":"^8","ext-json":"*","lib-curl":"*","composer-plugin-api":"^2","Symfony/Console":"^6 || ^7"},"require-dev":{"phpunit/phpunit":"^10"},"replace":{"a/b":"*"}}',
      'pkg:composer/symfony/console ^6 || ^7 runtime require',
      'pkg:composer/phpunit/phpunit ^10 development require-dev',
    ],
    'reads a half-typed file': ['{"require":{"a/b":"^1","c/d', 'pkg:composer/a/b ^1 runtime require'],
  });
});
