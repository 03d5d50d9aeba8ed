/** Saves one finding over and over into the folder that is named, until somebody ends it. */
import { openNodeFolder } from '../../../src/cli/node-folder.ts';
import { openFindings } from '../../../src/core/findings/index.ts';

const ignore = () => undefined;
const findings = openFindings({
  places: () => [{ id: 'personal', label: 'Personal', folder: openNodeFolder(process.argv[2] ?? '') }],
  clock: { now: () => Date.now() },
  log: { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore },
});
await findings.save({ id: 'dayjs', name: 'Day.js' }, 'personal');
process.stdout.write('saving\n');
for (let turn = 0; ; turn += 1) {
  // Long, so that the end comes in the middle of a write.
  const note = `turn ${turn}\n${'x'.repeat(500_000)}`;
  await findings.edit({ place: 'personal', path: 'dayjs.md' }, { note });
}
