import assert from 'node:assert/strict';
import { readManifest } from '../../../../src/core/manifests/index.ts';
import { table } from '../reading.ts';

describe('Helm', () => {
  table('chart/Chart.yaml', {
    'reads the charts it is made of': [
      'apiVersion: v2\nname: x\nversion: 1.0.0\ndependencies:\n  - name: redis\n    version: ^18.0.0\n    repository: https://charts.bitnami.com/bitnami\n  - name: own\n    repository: file://../own\n',
      'pkg:helm/redis ^18.0.0 runtime dependencies',
      'pkg:helm/own - runtime dependencies path',
    ],
  });
  table('chart/requirements.yaml', {
    'reads the charts that a chart of Helm 2 is made of': [
      'dependencies:\n  - name: redis\n    version: ~18\n    repository: https://x.org\n',
      'pkg:helm/redis ~18 runtime dependencies',
    ],
  });
  it('leaves the requirements of Ansible alone', () =>
    assert.equal(readManifest('requirements.yaml', 'collections:\n  - name: a.b\n    version: "1"\n'), undefined));
  table('values.yaml', {
    'reads an image beside its tag, and lists of images': [
      'a:\n  image: redis\n  tag: "7"\nb:\n  image: x/y:1\n  tag: ignored\nimages:\n  - busybox:1\n',
      'pkg:docker/library/redis 7 runtime a.image',
      'pkg:docker/x/y 1 runtime b.image',
      'pkg:docker/library/busybox 1 runtime images',
    ],
    'reads images written whole and in parts': [
      'image: nginx:1.25\na:\n  image:\n    registry: quay.io\n    repository: x/y\n    tag: "1.2"\nb:\n  repository: c/d\n  tag: 3\nc:\n  image:\n    name: e/f\n    tag: v4\nd:\n  image:\n    repository: g/h:5\ninitImage: i/j\nimages:\n  - repository: k/l\n    digest: sha256:aa\n',
      'pkg:docker/library/nginx 1.25 runtime image',
      'pkg:docker/x/y?repository_url=quay.io 1.2 runtime a.image',
      'pkg:docker/c/d 3 runtime b',
      'pkg:docker/e/f v4 runtime c.image',
      'pkg:docker/g/h 5 runtime d.image',
      'pkg:docker/i/j - runtime initImage',
      'pkg:docker/k/l sha256:aa runtime images',
    ],
    'takes no other repository for an image': [
      'git:\n  repository: https://x.org/y.git\nimage:\n  pullPolicy: Always\n',
    ],
  });
});
