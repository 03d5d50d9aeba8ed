/** Where the command line reads from and writes to; a test gives its own. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  /** Result on stdout, as it is. */
  write(text: string): void;
  /** One line for the person on stderr. */
  say(line: string): void;
  /** What is going on, in one line of stderr that the next one replaces; an empty text takes it away. */
  progress(text: string): void;
  /** Whether stdout shows colors: a terminal, and nobody said otherwise (https://no-color.org/). */
  readonly colors: boolean;
}

/** JSON as `--json` prints it: two spaces, a newline at the end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const control = /(?![\n\t])\p{Cc}/gu;

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
      stderr.write(`${line}\n`);
    },
    progress: text => {
      if (text === '') return clear();
      const now = Date.now();
      if (!(stderr.isTTY ?? false) || environment.CI || environment.TERM === 'dumb' || now - last < progressEvery)
        return;
      last = now;
      shown = true;
      stderr.write(`\r\u001b[K${plain(text).slice(0, (stderr.columns ?? 80) - 1)}`);
    },
  };
}

function wantsColors(isTerminal: boolean, environment: Terminal['environment']): boolean {
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR && environment.FORCE_COLOR !== '0') return true;
  return isTerminal && environment.TERM !== 'dumb';
}
