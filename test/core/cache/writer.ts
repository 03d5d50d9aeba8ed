/** A process that writes to a cache folder until it has written `count` entries, or is killed: FOLDER COUNT SIZE. */
import { createDiskStore } from '../../../src/core/cache/disk-store.ts';

const [folder = '', count = '0', size = '0'] = process.argv.slice(2);
const store = createDiskStore({ folder, maxBytes: 100_000_000, clock: Date, log: console });
for (let index = 0; index < Number(count); index++) {
  const key = `key ${index % 20}`;
  await store.set(key, { value: `${key} ${'x'.repeat(Number(size))}`, storedAt: 1, softAge: 1, hardAge: 1 });
  if (index === 0) process.stdout.write('writing\n');
}
