import { Injectable } from '@nestjs/common';
import { Problem } from '../../../platform/problem';
import { BankDirectory } from '../../bank-gateway/registry';
import { PaymentLookup } from '../../money/payment';

/** What stands before every call that brings money: a bank that is not live has none to bring (ADR 0106). */
@Injectable()
export class MoneyGate {
  constructor(
    private readonly directory: BankDirectory,
    private readonly lookup: PaymentLookup,
  ) {}

  /**
   * What a reference stands for already is answered in any case: the truth is not new business.
   * @throws Problem bank.not_live
   */
  async admit(bankId: number, reference: string): Promise<void> {
    if (await this.directory.takesMoney(bankId)) return;
    if (!(await this.lookup.isBound(bankId, reference))) throw new Problem('bank.not_live');
  }
}
