import { Injectable } from '@nestjs/common';
import { Problem } from '../../../platform/problem';
import { BankDirectory } from '../../bank-gateway/registry';
import { PayPointQueries } from '../../ground/pay-points';
import type { PublicCounterDto } from './public.dto';
import { PublicTokens } from '../../money/checkout';

/** Where the bill behind a link can be paid by hand. */
@Injectable()
export class PublicCounters {
  constructor(
    private readonly tokens: PublicTokens,
    private readonly directory: BankDirectory,
    private readonly points: PayPointQueries,
  ) {}

  /** @throws Problem request.not_found, inquiry.expired, bank.not_found */
  async nearest(token: string, bankCode: string): Promise<PublicCounterDto[]> {
    const { customerNumber } = this.tokens.open(token);
    const bank = await this.directory.offeredByCode(bankCode);
    if (bank === null) throw new Problem('bank.not_found');
    const counters = await this.points.nearest(customerNumber, bank.id);
    return counters.map(({ of_bank: ofBank, ...counter }) => ({
      ...counter,
      bank: ofBank ? { code: bank.code, name: bank.name } : null,
    }));
  }
}
