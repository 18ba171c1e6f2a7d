import type { Language } from '../time';
import { COLLECTION_CHANNELS, type CollectionChannel } from './channel';

/** What people read for a channel, on screens, receipts and reports. */
export const CHANNEL_NAMES: Readonly<Record<CollectionChannel, Readonly<Record<Language, string>>>> = {
  TELLER: { id: 'Teller', en: 'Teller' },
  ATM: { id: 'ATM', en: 'ATM' },
  MOBILE: { id: 'Mobile banking', en: 'Mobile banking' },
  INTERNET: { id: 'Internet banking', en: 'Internet banking' },
  EDC: { id: 'Mesin EDC', en: 'Card terminal' },
  VA: { id: 'Virtual account', en: 'Virtual account' },
  QRIS: { id: 'QRIS', en: 'QRIS' },
  AGENT: { id: 'Agen Laku Pandai', en: 'Laku Pandai agent' },
  CASH: { id: 'Tunai di loket', en: 'Cash at the counter' },
  API: { id: 'Mitra pembayaran', en: 'Payment partner' },
  CREDIT: { id: 'Titipan pelanggan', en: 'Customer credit' },
};

/** A channel nobody knows yet is told by its code. */
export function channelName(channel: string, language: Language): string {
  const known = COLLECTION_CHANNELS.find((one) => one === channel);
  return known === undefined ? channel : CHANNEL_NAMES[known][language];
}
