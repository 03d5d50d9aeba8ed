/** Where the command line reads from and writes to; a test gives its own. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  /** Result on stdout, as it is. */
  write(text: string): void;
  /** One line for the person on stderr. */
  say(line: string): void;
  /** How far work has come, as a bar in one line of stderr that the next one replaces; without any, the line goes away. */
  progress(progress?: Progress): void;
  /** Whether stdout shows colors: a terminal, and nobody said otherwise (https://no-color.org/). */
  readonly colors: boolean;
}

/** How far something is that takes its time. */
export interface Progress {
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

/** What stands beside English texts for hosts that speak other languages. */
const forOthers: readonly string[] = ['said', 'meaning'];

const control = /(?![\n\t])\p{Cc}/gu;

/** JSON as `--json` prints it: two spaces, a newline at the end, every control character escaped. */
export function json(value: unknown): string {
  const text = JSON.stringify(value, (key, each) => (forOthers.includes(key) ? undefined : each), 2);
  // JSON lets those from U+007F on stand, of which some drive a terminal as an escape does.
  return `${text.replaceAll(control, sign => `\\u00${sign.charCodeAt(0).toString(16)}`)}\n`;
}

/** Text of others without control characters, so that a README or a name cannot drive the terminal. */
export function plain(text: string): string {
  return text.replaceAll(control, '');
}

/** The ends of a process that can be terminals. */
export interface Streams {
  readonly stdout: { readonly isTTY?: boolean | undefined; write(text: string): unknown };
  readonly stderr: {
    readonly isTTY?: boolean | undefined;
    readonly columns?: number | undefined;
    write(text: string): unknown;
  };
}

/** At most so many lines of progress a second, ms between two. */
const progressEvery = 100;

/** The terminal of a process. */
export function openTerminal(
  { stdout, stderr }: Streams,
  environment: Terminal['environment'],
  facts: Pick<Terminal, 'platform' | 'homeFolder'>,
): Terminal {
  let shown = false;
  let last = 0;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    ...facts,
    environment,
    colors: wantsColors(stdout.isTTY ?? false, environment),
    write: text => {
      clear();
      stdout.write(text);
    },
    say: line => {
      clear();
      stderr.write(`${plain(line)}\n`);
    },
    progress: progress => {
      if (!progress) return clear();
      const now = Date.now();
      if (!(stderr.isTTY ?? false) || environment.CI || environment.TERM === 'dumb' || now - last < progressEvery)
        return;
      last = now;
      shown = true;
      stderr.write(`\r\u001b[K${progressLine(progress, (stderr.columns || 80) - 1)}`);
    },
  };
}

const barWidth = 24;

/** `Reading manifests [######------------------] 250 of 1,000`; where the line is too short, without the bar. */
function progressLine({ what, done, total }: Progress, width: number): string {
  const count = `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`;
  const full = total > 0 ? Math.round((Math.min(done, total) / total) * barWidth) : 0;
  const line = `${plain(what)} [${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${count}`;
  return line.length <= width ? line : `${plain(what)} ${count}`.slice(0, width);
}

function wantsColors(isTerminal: boolean, environment: Terminal['environment']): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR && environment.FORCE_COLOR !== '0') return true;
  return isTerminal && environment.TERM !== 'dumb';
}
