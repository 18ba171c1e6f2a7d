import { ConfigError } from '../platform/config';
import { isUnavailable } from '../platform/database/errors';
import { outliveReaders } from './closed-pipe';
import { StartFailure } from './start-failure';

/** What an operator reads: the reason in one line; a stack only for what nobody expected. */
export function explainFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StartFailure) return error.message;
  if (isUnavailable(error)) return `the database is not available: ${(error as Error).message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a command of the command line; its number is the exit code. */
export function runCommand(command: () => Promise<number>): void {
  outliveReaders();
  command().then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`tirtapay: ${explainFailure(error)}\n`);
      process.exit(1);
    },
  );
}
