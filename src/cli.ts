#!/usr/bin/env node
/** Terminal composition root: the same core as in the editor, behind arguments, stdout and stderr. */
import { runInProcess } from './cli/process.ts';

runInProcess(process.argv.slice(2));
