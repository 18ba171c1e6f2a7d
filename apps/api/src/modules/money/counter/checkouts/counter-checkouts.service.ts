import { Injectable } from '@nestjs/common';
import { Problem } from '../../../../platform/problem';
import { OutboundDirectory } from '../../../bank-gateway/outbound';
import { BankDirectory } from '../../../bank-gateway/registry';
import { GuideCheckout, type PublicCheckoutDto } from '../../checkout';
import type { CounterBankDto, CounterCheckoutBody } from '../dto/checkout.dto';
import { OwnShift } from '../shifts/own-shift';

/** QRIS at the counter: money of the bank that is only shown here, and listed by the shift beside its cash. */
@Injectable()
export class CounterCheckouts {
  constructor(
    private readonly shifts: OwnShift,
    private readonly banks: BankDirectory,
    private readonly outbound: OutboundDirectory,
    private readonly guide: GuideCheckout,
  ) {}

  /** Banks whose code a customer can scan. */
  async offering(): Promise<CounterBankDto[]> {
    const able = (await this.outbound.all()).filter(({ methods }) => methods.includes('QRIS'));
    const banks = await this.banks.offered();
    return able.flatMap(({ bankId }) =>
      banks.filter(({ id }) => id === bankId).map(({ code, name }) => ({ code, name })),
    );
  }

  /** @throws Problem counter.shift_not_open, bank.not_found, intent.method_unavailable and those of GuideCheckout */
  async begin(body: CounterCheckoutBody): Promise<PublicCheckoutDto> {
    const shift = await this.shifts.open();
    const bank = await this.banks.offeredByCode(body.bank_code);
    if (bank === null) throw new Problem('bank.not_found');
    const settings = await this.outbound.ofBank(bank.id);
    if (settings?.methods.includes('QRIS') !== true) throw new Problem('intent.method_unavailable');
    return this.guide.begin({
      customerNumber: body.customer_number,
      method: 'QRIS',
      bank,
      settings,
      billCount: body.bill_count,
      shiftId: shift.key.id,
    });
  }

  /** Whether it is paid by now. @throws Problem intent.not_found */
  async one(token: string): Promise<PublicCheckoutDto> {
    return this.guide.view(await this.guide.byToken(token));
  }
}
