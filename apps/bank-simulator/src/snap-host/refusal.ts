import { snapAnswer, type SnapAnswer, type SnapCase, type SnapService } from '@tirtapay/bank-protocol';

/** The host says no, by one of the standard's cases. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly snapCase: SnapCase,
    readonly detail = '',
  ) {
    super(snapCase);
  }

  answer(service: SnapService | '00'): SnapAnswer {
    return snapAnswer(this.snapCase, service, this.detail);
  }
}
