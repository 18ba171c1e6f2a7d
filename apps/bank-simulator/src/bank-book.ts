import type { BankProfile } from './bank-profile';

/** The banks the sandbox plays; one under certification may be added, in memory only, because it comes with secrets. */
export class BankBook {
  private readonly byId: Map<string, BankProfile>;

  constructor(banks: readonly BankProfile[]) {
    this.byId = new Map(banks.map((bank) => [bank.id, bank]));
  }

  all(): readonly BankProfile[] {
    return [...this.byId.values()];
  }

  get(id: string): BankProfile | undefined {
    return this.byId.get(id);
  }

  /** Throws RangeError when there is none. */
  first(): BankProfile {
    const [bank] = this.byId.values();
    if (!bank) throw new RangeError('the sandbox plays no bank');
    return bank;
  }

  put(bank: BankProfile): void {
    this.byId.set(bank.id, bank);
  }
}
