/** 0 done; 1 refused, nothing stored; 2 done in part, or a hole or fault found; 64 wrong usage. */
export type ExitCode = 0 | 1 | 2 | 64;

/** The command was typed wrongly, or names something in a way that could mean two things. */
export class UsageError extends Error {
  readonly code: string = 'cli.usage';
}

/** What was asked for is refused, in words for the person at the terminal. */
export class RefusedError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
