import { type CheckoutMethod, INSTRUCTION_CHANNELS, type InstructionChannel } from '@tirtapay/domain';
import { type BankProfile } from '../../bank-gateway/registry';
import type { PublicInstructionDto } from './instruction.dto';

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

/**
 * The bank's steps for a way to pay. Keys `VA…` and `QRIS…` speak of an account number or a code, all others of paying by
 * customer number.
 */
export function instructionsOf(
  bank: BankProfile,
  language: 'id' | 'en',
  method: 'TELLER' | CheckoutMethod,
): PublicInstructionDto[] {
  const wayOf = (channel: string) => /^(VA|QRIS)(_|$)/.exec(channel)?.[1] ?? 'TELLER';
  return INSTRUCTION_CHANNELS.flatMap((channel) => {
    const texts = bank.instructions[channel];
    if (texts === undefined || wayOf(channel) !== method) return [];
    const label = CHANNEL_LABELS[channel][language];
    return [{ channel, label, steps: [...(texts[language] ?? texts.id ?? [])] }];
  });
}
