/** What the command line ends with besides 0: see the table in README.md. */
export const exitCodes = { policy: 1, usage: 2, network: 3 } as const;

/** Ends the command with one line on stderr and this exit code. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** The user's input is wrong: exit code 2. */
export function usageError(message: string, cause?: unknown): CommandError {
  return new CommandError(message, exitCodes.usage, { cause });
}

/** The network was needed and did not serve: exit code 3. */
export function networkError(message: string): CommandError {
  return new CommandError(message, exitCodes.network);
}

/** Something is against the policy: exit code 1. */
export function policyError(message: string): CommandError {
  return new CommandError(message, exitCodes.policy);
}
