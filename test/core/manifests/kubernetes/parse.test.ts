import assert from 'node:assert/strict';
import { readManifest } from '../../../../src/core/manifests/index.ts';
import { lines, read, table } from '../reading.ts';

describe('Kubernetes manifests', () => {
  table('deploy/app.yaml', {
    'reads the images of all documents': [
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      initContainers:\n      - image: busybox\n      containers:\n      - name: a\n        image: nginx:1.25\n---\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: quay.io/x/y@sha256:aa\n',
      'pkg:docker/library/busybox - runtime Deployment',
      'pkg:docker/library/nginx 1.25 runtime Deployment',
      'pkg:docker/x/y?repository_url=quay.io sha256:aa runtime Pod',
    ],
    'reads around the lines of a template': [
      '{{- if .Values.x }}\napiVersion: v1\nkind: Pod\nspec:\n  containers:\n  {{- range .Values.y }}\n  - image: a:1\n  {{- end }}\n  - image: "{{ .Values.z }}:{{ .w }}"\n{{- end }}\n',
      'pkg:docker/library/a 1 runtime Pod',
    ],
  });

  it('calls no template of Helm broken', () => {
    const template =
      'apiVersion: v1\nkind: Pod\nname: {{ .Release.Name }}\nspec:\n  {{- if .x }}\n  image: a:1\n  {{- end }}\n';

    assert.deepEqual(read('x.yaml', template).problems, []);
  });

  it('reads the images of a long file with exact ranges, past documents without any', () => {
    const schema = `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nspec:\n${'  image:\n    type: string\n'.repeat(1)}${'  # a comment of the schema\n'.repeat(300)}`;
    const pod = (image: string) => `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: ${image}\n`;
    const text = `${schema}---\n${pod('a:1')}--- # next\n${schema}---\n${pod('b:2')}`;

    assert.deepEqual(lines('x.yaml', text), [
      'pkg:docker/library/a 1 runtime Pod',
      'pkg:docker/library/b 2 runtime Pod',
    ]);
  });

  it('takes no other YAML file for a manifest', () => {
    assert.equal(readManifest('x.yaml', 'a: 1\nimage: redis\n'), undefined);
  });

  it('is not caught by an alias bomb', () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}, *a${level}]\n`,
    );
    const text = `apiVersion: v1\nkind: Pod\na0: &a0 {image: "x:1"}\n${levels.join('')}`;

    assert.deepEqual(lines('x.yaml', text), ['pkg:docker/library/x 1 runtime Pod']);
  });
});
