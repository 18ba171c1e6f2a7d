import { Injectable } from '@nestjs/common';
import { type CheckoutMethod, QRIS_TRANSACTION_LIMIT, rupiah } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Problem } from '../../../platform/problem';
import { BankDirectory, type BankProfile } from '../../bank-gateway/registry';
import { OutboundDirectory, type OutboundSettings } from '../../bank-gateway/outbound';
import { CheckoutLife, instructionsOf } from '../../money/checkout';
import type { PublicInquiryDto, PublicMethodDto, TellerInstructionsDto } from './public.dto';
import { PublicBills } from './public-bills.queries';

/** The ways a customer may pay, with fee and total before anything is chosen. */
@Injectable()
export class PublicMethods {
  constructor(
    private readonly directory: BankDirectory,
    private readonly outbound: OutboundDirectory,
    private readonly bills: PublicBills,
    private readonly life: CheckoutLife,
    private readonly clock: Clock,
  ) {}

  async methods(token: string): Promise<PublicMethodDto[]> {
    const inquiry = await this.bills.byToken(token);
    const banks = await this.directory.offered();
    const due = inquiry.bill_amount + inquiry.stamp_duty;
    const settings = await this.outbound.all();
    const coded = await Promise.all(
      settings.flatMap((way) => {
        const bank = banks.find((candidate) => candidate.id === way.bankId);
        return bank === undefined ? [] : way.methods.map((method) => this.coded(method, bank, way, inquiry));
      }),
    );
    const tellers = banks
      .filter((bank) => bank.channels.includes('TELLER'))
      .map((bank) => offer('TELLER', bank, due, null));
    return [...coded, ...tellers];
  }

  private async coded(
    method: CheckoutMethod,
    bank: BankProfile,
    settings: OutboundSettings,
    inquiry: PublicInquiryDto,
  ): Promise<PublicMethodDto> {
    const due = inquiry.bill_amount + inquiry.stamp_duty;
    const now = this.clock.now();
    const expiry = await this.life.expiry({
      method,
      minutes: settings.minutes[method],
      customerNumber: inquiry.customer.customer_number,
      billCount: inquiry.bills.length,
      billAmount: inquiry.bill_amount,
    });
    const minutes = expiry === null ? null : Math.floor((expiry - now) / 60_000);
    const offered = offer(method, bank, due, minutes);
    if (expiry === null && offered.available)
      return { ...offered, available: false, reason: 'intent.day_ending' };
    return method === 'QRIS' && offered.available && offered.total_amount > QRIS_TRANSACTION_LIMIT
      ? { ...offered, available: false, reason: 'intent.method_unavailable' }
      : offered;
  }

  async tellerInstructions(
    token: string,
    bankCode: string,
    language: 'id' | 'en',
  ): Promise<TellerInstructionsDto> {
    const inquiry = await this.bills.byToken(token);
    const bank = await this.directory.offeredByCode(bankCode);
    if (bank === null) throw new Problem('bank.not_found');
    return {
      bank: { code: bank.code, name: bank.name },
      admin_fee: bank.adminFee,
      pay_code: inquiry.customer.customer_number,
      instructions: instructionsOf(bank, language, 'TELLER'),
    };
  }
}

function offer(
  method: 'TELLER' | CheckoutMethod,
  bank: BankProfile,
  due: number,
  minutes: number | null,
): PublicMethodDto {
  const adminFee = method === 'QRIS' ? bank.qrisAdminFee : bank.adminFee;
  return {
    method,
    bank: { code: bank.code, name: bank.name },
    admin_fee: adminFee,
    total_amount: rupiah(due + adminFee),
    available: due > 0,
    reason: due > 0 ? null : 'bill.none_open',
    valid_for_minutes: minutes,
  };
}
