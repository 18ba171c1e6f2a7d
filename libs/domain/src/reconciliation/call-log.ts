import { settledKey } from './settled-key';
import type { BankEntry, CallFinding, ChannelCall } from './reconciled-item';

/** What we answered the bank when it told us of this money, if it ever did. */
export class CallLog {
  private readonly answers = new Map<string, boolean>();

  constructor(calls: readonly ChannelCall[]) {
    for (const { reference, requestId, accepted } of calls) {
      if (reference !== null) this.note(settledKey('reference', reference), accepted);
      if (requestId !== null) this.note(settledKey('request', requestId), accepted);
    }
  }

  of(line: BankEntry): CallFinding {
    const told = [
      line.reference === null ? undefined : this.answers.get(settledKey('reference', line.reference)),
      line.bankReference === null ? undefined : this.answers.get(settledKey('reference', line.bankReference)),
      line.requestId === null ? undefined : this.answers.get(settledKey('request', line.requestId)),
    ].filter((accepted) => accepted !== undefined);
    if (told.length === 0) return 'NEVER_ASKED';
    return told.includes(true) ? 'ANSWERED' : 'REFUSED';
  }

  private note(key: string, accepted: boolean): void {
    this.answers.set(key, accepted || this.answers.get(key) === true);
  }
}
