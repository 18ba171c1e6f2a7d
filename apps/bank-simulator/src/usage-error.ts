/** The command line was wrongly written; the message is one line for the person, empty to show the usage only. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
