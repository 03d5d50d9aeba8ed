import { table } from '../reading.ts';

describe('.gitlab-ci.yml', () => {
  table('.gitlab-ci.yml', {
    'reads images and services, with variables': [
      'image: ruby:3\nvariables:\n  TAG: "20"\ntest:\n  image:\n    name: node:$TAG\n    entrypoint: [""]\n  services:\n    - postgres:16\n    - name: redis\n      alias: r\n',
      'pkg:docker/library/ruby 3 runtime default',
      'pkg:docker/library/node $TAG runtime test => 20',
      'pkg:docker/library/postgres 16 runtime test',
      'pkg:docker/library/redis - runtime test',
    ],
  });
});
