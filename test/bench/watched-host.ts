import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the extension host's thread did since it was asked last; all in ms. */
export interface Watched {
  /** Processor time of each turn of the event loop that took more than a glance. */
  readonly turns: readonly number[];
  /** By how much turns came late by the clock: 99 of 100 below. Work of others on the machine is in it. */
  readonly late: number;
  /** All processor time of the thread. */
  readonly total: number;
}

/** A measured extension host, to which files are the only door. */
export interface WatchedHost {
  /** CommonJS for the entry of the extension: watches the thread, and starts the extension when told. */
  readonly entry: string;
  /** Starts the extension in the host that runs already. */
  start(): Promise<void>;
  /** What it saw since it was asked last. */
  seen(): Promise<Watched>;
}

/** Turns below this are the watching itself and what an idle editor does, ms. */
const glance = 0.5;

/**
 * @param control path of a file that may be written, and others beside it
 * @param profile where a CPU profile of what comes between `start` and the last `seen` is left
 */
export function watchHost(control: string, profile?: string): WatchedHost {
  const ask = async (what: 'seen' | 'start') => {
    writeFileSync(`${control}.${what}`, '');
    for (let turn = 0; turn < 6_000; turn += 1) {
      if (!existsSync(`${control}.${what}`)) return;
      await sleep(20);
    }
    throw new Error('The extension host did not answer.');
  };
  return {
    entry: entry(control, profile),
    start: () => ask('start'),
    seen: async () => {
      await ask('seen');
      const watched: Watched = JSON.parse(readFileSync(control, 'utf8'));
      return watched;
    },
  };
}

/** A timer that is due every millisecond sees what each turn took. */
function entry(control: string, profile: string | undefined): string {
  return `const fs = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const spent = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
const delay = monitorEventLoopDelay({ resolution: 1 });
let turns = [], started = spent(), last = started;
const asked = what => {
  const file = ${JSON.stringify(control)} + '.' + what;
  return fs.existsSync(file) ? () => fs.rmSync(file) : undefined;
};
${profile === undefined ? 'const profile = undefined;' : profiling(profile)}
exports.activate = context => {
  delay.enable();
  setInterval(() => {
    const now = spent();
    if (now - last > ${glance}) turns.push(now - last);
    last = now;
  }, 1);
  setInterval(() => {
    const answer = asked('seen');
    if (answer) {
      // The first millisecond is the timer's own.
      const late = Math.max(0, delay.percentile(99) / 1e6 - 1);
      fs.writeFileSync(${JSON.stringify(control)}, JSON.stringify({ turns, late, total: spent() - started }));
      profile?.();
      turns = []; delay.reset(); started = last = spent();
      answer();
    }
    const begin = asked('start');
    if (begin) {
      begin();
      require('./extension.cjs').activate(context);
    }
  }, 50);
};
exports.deactivate = () => require('./extension.cjs').deactivate?.();
`;
}

/** Overwrites the profile each time that the host is asked. */
function profiling(file: string): string {
  return `const session = new (require('node:inspector').Session)();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 200 });
session.post('Profiler.start');
let count = 0;
const profile = () => {
  session.post('Profiler.stop', (_, { profile }) =>
    fs.writeFileSync(${JSON.stringify(file)} + '-' + count++ + '.cpuprofile', JSON.stringify(profile)));
  session.post('Profiler.start');
};`;
}
