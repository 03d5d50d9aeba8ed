import { table } from '../reading.ts';

describe('compose.yaml', () => {
  table('docker-compose.prod.yml', {
    'reads the images of services': [
      'services:\n  web:\n    image: nginx:1.25\n  db:\n    image: "postgres"\n  own:\n    build: .\n    image: me/own:dev\n',
      'pkg:docker/library/nginx 1.25 runtime services.web',
      'pkg:docker/library/postgres - runtime services.db',
    ],
    'reads defaults of variables': [
      'services:\n  a:\n    image: ${IMG:-ubuntu:17.04}\n  b:\n    image: redis:${TAG:-7}\n  c:\n    image: x/y:${TAG}\n',
      'pkg:docker/library/ubuntu 17.04 runtime services.a',
      'pkg:docker/library/redis ${TAG:-7} runtime services.b => 7',
      'pkg:docker/x/y ${TAG} runtime services.c',
    ],
    'reads an inherited image once': [
      'x-base: &base\n  image: redis:7\nservices:\n  a:\n    <<: *base\n  b:\n    <<: *base\n',
      'pkg:docker/library/redis 7 runtime services.a',
    ],
    'reads services at the top of an old file': ['web:\n  image: a:1\n', 'pkg:docker/library/a 1 runtime services.web'],
    'reads around what is being typed': [
      'services:\n  a:\n    image: x:1\n    ima\n  b:\n    image: y:2\n',
      'pkg:docker/library/x 1 runtime services.a',
      'pkg:docker/library/y 2 runtime services.b',
    ],
  });
});
