import type { Host, Scout } from '../core/index.ts';
import type { CommonOptions } from './host.ts';
import type { Terminal } from './terminal.ts';

/** What a command gets: the core, the terminal, the options common to all. */
export interface Context {
  readonly scout: Scout;
  readonly host: Host;
  readonly terminal: Terminal;
  readonly options: CommonOptions;
  /** Of Gitee Scout. */
  readonly version: string;
}
