import { table } from '../reading.ts';

describe('vcpkg.json', () => {
  table('vcpkg.json', {
    'reads names, objects, features and overrides': [
      '{"name":"x","dependencies":["fmt",{"name":"boost-asio","version>=":"1.80"},{"name":"cmake","host":true}],"features":{"tls":{"description":"","dependencies":["openssl"]}},"overrides":[{"name":"fmt","version":"9.0"}]}',
      'pkg:vcpkg/fmt - runtime dependencies',
      'pkg:vcpkg/boost-asio 1.80 runtime dependencies',
      'pkg:vcpkg/cmake - build dependencies',
      'pkg:vcpkg/openssl - optional features.tls',
      'pkg:vcpkg/fmt 9.0 runtime overrides',
    ],
  });
});
