import { table } from '../reading.ts';

describe('kustomization.yaml', () => {
  table('kustomization.yaml', {
    'reads images, charts and remote bases': [
      'images:\n  - name: nginx\n    newTag: "1.25"\n  - name: app\n    newName: ghcr.io/o/app\n    digest: sha256:aa\nhelmCharts:\n  - name: redis\n    version: 18.0.0\nresources:\n  - local.yaml\n  - https://github.com/o/r//deploy?ref=v1.2\n',
      'pkg:docker/library/nginx 1.25 runtime images',
      'pkg:docker/o/app?repository_url=ghcr.io sha256:aa runtime images',
      'pkg:helm/redis 18.0.0 runtime helmCharts',
      'pkg:github/o/r v1.2 runtime resources git',
    ],
  });
});
