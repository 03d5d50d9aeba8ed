import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ModelPackage } from '../../../src/core/translation/index.ts';
import { type ModelShape, makeModel } from './bergamot-model.ts';

/** A model with random weights, described as the real one is, with the bytes of its files by name. */
export function sampleModel(shape?: ModelShape): {
  readonly model: ModelPackage;
  readonly files: ReadonlyMap<string, Buffer>;
} {
  const { model, vocabulary } = makeModel(shape);
  const contents = [
    { role: 'model', name: 'model.zhen.bin', bytes: model },
    { role: 'vocabulary', name: 'vocab.zhen.spm', bytes: vocabulary },
  ] as const;
  const packed = contents.map(content => ({ ...content, gzip: gzipSync(content.bytes, { level: 1 }) }));
  return {
    model: {
      id: 'zh-en-sample',
      label: 'random weights',
      from: 'zh',
      to: 'en',
      license: { spdx: 'CC0-1.0', url: 'https://example.org' },
      files: packed.map(({ role, name, bytes, gzip }) => ({
        role,
        name,
        bytes: bytes.length,
        sha256: sha256(bytes),
        gzip: { bytes: gzip.length, sha256: sha256(gzip) },
        sources: [],
      })),
    },
    files: new Map(
      packed.flatMap(
        ({ name, bytes, gzip }) =>
          [
            [name, bytes],
            [`${name}.gz`, gzip],
          ] as const,
      ),
    ),
  };
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
