/** Where the command line reads from and writes to; a test gives its own. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  /** Result on stdout, as it is. */
  write(text: string): void;
  /** One line for the person on stderr. */
  say(line: string): void;
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
