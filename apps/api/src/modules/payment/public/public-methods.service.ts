import { Injectable } from '@nestjs/common';
import { rupiah } from '@tirtapay/domain';
import { Problem } from '../../../platform/problem';
import { BankDirectory, type BankProfile } from '../../bank-gateway';
import type { PublicInstructionDto, PublicMethodDto, TellerInstructionsDto } from './public.dto';
import { PublicBills } from './public-bills.queries';

const CHANNEL_LABELS: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  TELLER: { id: 'Teller bank', en: 'Bank teller' },
  ATM: { id: 'ATM', en: 'ATM' },
  MOBILE: { id: 'Mobile banking', en: 'Mobile banking' },
  INTERNET: { id: 'Internet banking', en: 'Internet banking' },
  AGENT: { id: 'Agen Laku Pandai', en: 'Laku Pandai agent' },
  OTHER_BANK: { id: 'Transfer dari bank lain', en: 'Transfer from another bank' },
};

/** The ways a customer may pay, with fee and total before anything is chosen. */
@Injectable()
export class PublicMethods {
  constructor(
    private readonly directory: BankDirectory,
    private readonly bills: PublicBills,
  ) {}

  async methods(token: string): Promise<PublicMethodDto[]> {
    const inquiry = await this.bills.byToken(token);
    const banks = await this.directory.banks();
    const due = inquiry.bill_amount + inquiry.stamp_duty;
    return banks
      .filter((bank) => bank.channels.includes('TELLER'))
      .map((bank) => ({
        method: 'TELLER',
        bank: { code: bank.code, name: bank.name },
        admin_fee: bank.adminFee,
        total_amount: rupiah(due + bank.adminFee),
        available: due > 0,
        reason: due > 0 ? null : 'bill.none_open',
        valid_for_minutes: null,
      }));
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
      instructions: instructionsOf(bank, language),
    };
  }
}

export function instructionsOf(bank: BankProfile, language: 'id' | 'en'): PublicInstructionDto[] {
  return Object.entries(bank.instructions).map(([channel, texts]) => ({
    channel,
    label: CHANNEL_LABELS[channel]?.[language] ?? channel,
    steps: [...(texts[language] ?? texts.id ?? [])],
  }));
}
