/** The stand-in on its own, for demonstrations: `node test/support/gitee/main.ts [--port N]` prints its API address. */
import { startGitee } from './server.ts';

const at = process.argv.indexOf('--port');
const port = at > 0 ? Number(process.argv[at + 1]) : 0;
const standIn = await startGitee({ port, limit: 5000 });
process.stdout.write(`${standIn.apiUrl}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void standIn.close().then(() => process.exit(0)));
}
