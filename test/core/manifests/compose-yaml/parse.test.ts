import { table } from '../reading.ts';

describe('compose.yaml', () => {
  table('docker-compose.prod.yml', {
    'reads the Dockerfile and the images that stand in a build': [
      'services:\n  a:\n    image: me/a\n    build:\n      dockerfile_inline: |\n        ARG V=3.19\n        FROM alpine:$V AS x\n        RUN true\n        FROM x\n      additional_contexts:\n        base: docker-image://debian:12\n        other: ../x\n  b:\n    build:\n      additional_contexts: ["base=docker-image://busybox"]\n',
      'pkg:docker/library/alpine $V runtime services.a.build.dockerfile_inline => 3.19',
      'pkg:docker/library/debian 12 build services.a.build.additional_contexts',
      'pkg:docker/library/busybox - build services.b.build.additional_contexts',
    ],
    'reads what a service merges, from one map or from several': [
      'x-a: &a\n  image: redis:7\nx-b: &b\n  <<: *a\nx-c: &c { <<: *c }\nservices:\n  r:\n    <<: [*c, *b]\n  s:\n    <<: *b\n    image: nginx\n  t:\n    <<: *a\n    build: .\n',
      'pkg:docker/library/redis 7 runtime services.r',
      'pkg:docker/library/nginx - runtime services.s',
    ],
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
