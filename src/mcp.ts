/** The server for assistants as an editor starts it: the command `mcp`, out of the same files as the extension. */
import { runInProcess } from './cli/process.ts';

runInProcess(['mcp', ...process.argv.slice(2)]);
