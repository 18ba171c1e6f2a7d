import type { Logger } from '@nestjs/common';
import { EnvelopeError } from '@tirtapay/bank-protocol';

/**
 * Opens a credential; none when its envelope was changed or moved to another row. One damaged row must not close the
 * door of every bank.
 * @throws EnvelopeError when the data key is not at hand: that is our fault, and no bank may be told that its
 *   signature is wrong
 */
export function unlessDamaged<T>(logger: Logger, name: string, open: () => T): T[] {
  try {
    return [open()];
  } catch (error) {
    if (!(error instanceof EnvelopeError) || error.problem === 'UNKNOWN_KEY') throw error;
    logger.error(`credential ${name} cannot be opened (${error.message}) and is refused`);
    return [];
  }
}
