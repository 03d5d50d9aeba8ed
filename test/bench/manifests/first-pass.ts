/** Reads each file of a list once, in a process of its own, and prints the milliseconds of processor time: as `renovate.ts` does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readManifest } from '../../../src/core/manifests/index.ts';
import { processorTime } from '../processor-time.ts';

const [corpus = '', list = ''] = process.argv.slice(2);
const files = new Set<string>(JSON.parse(readFileSync(list, 'utf8')).map(({ file }: { file: string }) => file));
const texts = [...files].map(file => ({ file, text: readFileSync(path.join(corpus, file), 'utf8') }));
const start = processorTime();
for (const { file, text } of texts) readManifest(file, text);
process.stdout.write(String(processorTime() - start));
