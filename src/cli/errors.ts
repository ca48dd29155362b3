/** The user's problem (exit code 1) or a misuse of the command line (2): shown as it is, without a stack. */
export class CliError extends Error {
  readonly code: 1 | 2;

  constructor(message: string, code: 1 | 2 = 1) {
    super(message);
    this.name = 'CliError';
    this.code = code;
  }
}

export const exitCodes = { done: 0, problem: 1, misuse: 2, bug: 3, cancelled: 130 } as const;

export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
