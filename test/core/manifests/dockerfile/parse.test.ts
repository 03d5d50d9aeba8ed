import { table } from '../reading.ts';

describe('Dockerfile', () => {
  table('Dockerfile', {
    'reads instructions for what is built on the image': [
      'FROM a\nONBUILD COPY --from=busybox:1 /a /b\nonbuild run --mount=type=bind,from=b:2,target=/x x\n',
      'pkg:docker/library/a - runtime FROM',
      'pkg:docker/library/busybox 1 build COPY --from',
      'pkg:docker/library/b 2 build RUN --mount',
    ],
    'reads images with tags, digests and registries': [
      'FROM redis\nFROM node:20-alpine AS build\nFROM --platform=$BUILDPLATFORM ghcr.io/Owner/app:1.2@sha256:aa\nfrom registry.local:5000/a/b\nFROM docker.io/bitnami/x:1\n',
      'pkg:docker/library/redis - runtime FROM',
      'pkg:docker/library/node 20-alpine runtime FROM',
      'pkg:docker/owner/app?repository_url=ghcr.io 1.2@sha256:aa runtime FROM',
      'pkg:docker/a/b?repository_url=registry.local:5000 - runtime FROM',
      'pkg:docker/bitnami/x 1 runtime FROM',
    ],
    'takes no stage for an image': [
      'FROM a:1 AS Base\nFROM base AS next\nCOPY --from=next /x /y\nCOPY --from=0 /x /y\nCOPY --from=b:2 /x /y\nRUN --mount=type=bind,from=c:3,target=/z make\nFROM scratch\n',
      'pkg:docker/library/a 1 runtime FROM',
      'pkg:docker/library/b 2 build COPY --from',
      'pkg:docker/library/c 3 build RUN --mount',
    ],
    'fills in ARG defaults, also without a default': [
      'ARG VERSION=20\nARG IMAGE="redis:7"\nARG NONE\nFROM node:${VERSION}-slim\nFROM $IMAGE\nFROM x:$NONE\nFROM ${OTHER:-ubuntu:17.04}\nFROM y:${V:-3}\n',
      'pkg:docker/library/node ${VERSION}-slim runtime FROM => 20-slim',
      'pkg:docker/library/redis - runtime FROM => 7',
      'pkg:docker/library/x $NONE runtime FROM',
      'pkg:docker/library/ubuntu 17.04 runtime FROM',
      'pkg:docker/library/y ${V:-3} runtime FROM => 3',
    ],
    'reads continued lines with comments between': [
      'FROM \\\n# c\n  a:1 \\\n  AS x\nRUN echo \\\n FROM no:1\n',
      'pkg:docker/library/a 1 runtime FROM',
    ],
    'passes over here-documents and comments': [
      '# FROM no:1\nFROM a:1\nRUN <<EOF\nFROM no:2\nEOF\nFROM b:2',
      'pkg:docker/library/a 1 runtime FROM',
      'pkg:docker/library/b 2 runtime FROM',
    ],
    'reads the image of the syntax line': [
      '# syntax=docker/dockerfile:1\nFROM a\r\n',
      'pkg:docker/docker/dockerfile 1 build syntax',
      'pkg:docker/library/a - runtime FROM',
    ],
    'reads a half-typed FROM': [
      'FROM \nFROM a:\nFROM b',
      'pkg:docker/library/a  runtime FROM',
      'pkg:docker/library/b - runtime FROM',
    ],
  });
  for (const path of ['Containerfile', 'Dockerfile.dev', 'app.dockerfile'])
    table(path, { [`knows ${path}`]: ['FROM a', 'pkg:docker/library/a - runtime FROM'] });
});
