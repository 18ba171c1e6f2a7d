import { Injectable } from '@nestjs/common';
import { endOfBusinessDay, QRIS_TRANSACTION_LIMIT, rupiah } from '@tirtapay/domain';
import { Clock } from '../../../platform/clock';
import { Problem } from '../../../platform/problem';
import {
  BankDirectory,
  INSTRUCTION_CHANNELS,
  OutboundDirectory,
  type BankProfile,
  type InstructionChannel,
  type IntentMethod,
  type OutboundSettings,
} from '../../bank-gateway';
import type { PublicInstructionDto, PublicMethodDto, TellerInstructionsDto } from './public.dto';
import { PublicBills } from './public-bills.queries';

const CHANNEL_LABELS: Readonly<Record<InstructionChannel, { readonly id: string; readonly en: string }>> = {
  TELLER: { id: 'Teller bank', en: 'Bank teller' },
  ATM: { id: 'ATM', en: 'ATM' },
  MOBILE: { id: 'Mobile banking', en: 'Mobile banking' },
  INTERNET: { id: 'Internet banking', en: 'Internet banking' },
  AGENT: { id: 'Agen Laku Pandai', en: 'Laku Pandai agent' },
  EDC: { id: 'Mesin EDC', en: 'Card terminal' },
  VA: { id: 'Virtual account', en: 'Virtual account' },
  VA_MOBILE: { id: 'Mobile banking', en: 'Mobile banking' },
  VA_ATM: { id: 'ATM', en: 'ATM' },
  VA_INTERNET: { id: 'Internet banking', en: 'Internet banking' },
  VA_TELLER: { id: 'Teller bank', en: 'Bank teller' },
  VA_AGENT: { id: 'Agen Laku Pandai', en: 'Laku Pandai agent' },
  VA_OTHER_BANK: { id: 'Transfer dari bank lain', en: 'Transfer from another bank' },
  QRIS: { id: 'QRIS', en: 'QRIS' },
};

/** The ways a customer may pay, with fee and total before anything is chosen. */
@Injectable()
export class PublicMethods {
  constructor(
    private readonly directory: BankDirectory,
    private readonly outbound: OutboundDirectory,
    private readonly bills: PublicBills,
    private readonly clock: Clock,
  ) {}

  async methods(token: string): Promise<PublicMethodDto[]> {
    const inquiry = await this.bills.byToken(token);
    const banks = await this.directory.banks();
    const due = inquiry.bill_amount + inquiry.stamp_duty;
    const settings = await this.outbound.all();
    const coded = settings.flatMap((way) => {
      const bank = banks.find((candidate) => candidate.id === way.bankId);
      return bank === undefined ? [] : way.methods.map((method) => this.coded(method, bank, way, due));
    });
    const tellers = banks
      .filter((bank) => bank.channels.includes('TELLER'))
      .map((bank) => offer('TELLER', bank, due, null));
    return [...coded, ...tellers];
  }

  private coded(
    method: IntentMethod,
    bank: BankProfile,
    settings: OutboundSettings,
    due: number,
  ): PublicMethodDto {
    const endOfDay = endOfBusinessDay(this.clock.businessDate(), this.clock.zone);
    const left = Math.floor((endOfDay - this.clock.now()) / 60_000);
    const offered = offer(method, bank, due, Math.min(settings.minutes[method], left));
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
    const bank = await this.directory.bankByCode(bankCode);
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
  method: 'TELLER' | IntentMethod,
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

/**
 * The bank's steps for a way to pay. Keys `VA…` and `QRIS…` speak of an account number or a code, all others of paying by
 * customer number.
 */
export function instructionsOf(
  bank: BankProfile,
  language: 'id' | 'en',
  method: 'TELLER' | IntentMethod,
): PublicInstructionDto[] {
  const wayOf = (channel: string) => /^(VA|QRIS)(_|$)/.exec(channel)?.[1] ?? 'TELLER';
  return INSTRUCTION_CHANNELS.flatMap((channel) => {
    const texts = bank.instructions[channel];
    if (texts === undefined || wayOf(channel) !== method) return [];
    const label = CHANNEL_LABELS[channel][language];
    return [{ channel, label, steps: [...(texts[language] ?? texts.id ?? [])] }];
  });
}
