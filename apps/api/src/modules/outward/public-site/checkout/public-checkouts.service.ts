import { Injectable } from '@nestjs/common';
import { Problem } from '../../../../platform/problem';
import { BankDirectory } from '../../../bank-gateway/registry';
import { OutboundDirectory } from '../../../bank-gateway/outbound';
import { PublicLimits } from '../public-limits';
import { PublicTokens } from '../../../money/checkout';
import { GuideCheckout } from '../../../money/checkout';
import type { CreateCheckoutBody, PublicCheckoutDto } from '../../../money/checkout';
import type { CheckoutRecord } from '../../../money/checkout';

const TOKEN = /^[A-Za-z0-9_-]{22,64}$/;

/** What stands before a checkout for strangers: a budget per address, and tokens and banks that exist. */
@Injectable()
export class PublicCheckouts {
  constructor(
    private readonly limits: PublicLimits,
    private readonly tokens: PublicTokens,
    private readonly banks: BankDirectory,
    private readonly outbound: OutboundDirectory,
    private readonly guide: GuideCheckout,
  ) {}

  /** @throws Problem bank.not_found, intent.method_unavailable and those of GuideCheckout */
  async begin(body: CreateCheckoutBody): Promise<PublicCheckoutDto> {
    const { customerNumber } = await this.limits.follow(body.token, () => this.tokens.open(body.token));
    const bank = await this.banks.offeredByCode(body.bank_code);
    if (bank === null) throw new Problem('bank.not_found');
    const settings = await this.outbound.ofBank(bank.id);
    if (settings?.methods.includes(body.method) !== true) throw new Problem('intent.method_unavailable');
    const { method, bill_count: billCount } = body;
    return this.guide.begin({ customerNumber, method, bank, settings, billCount });
  }

  /** @throws Problem intent.not_found */
  find(token: string): Promise<CheckoutRecord> {
    return this.limits.follow(token, () => {
      if (!TOKEN.test(token)) throw new Problem('intent.not_found');
      return this.guide.byToken(token);
    });
  }
}
