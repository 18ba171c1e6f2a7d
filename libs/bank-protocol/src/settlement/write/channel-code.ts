/** What banks write for where a customer paid (ISO 8583 field 18); 6017 stands for everything on a customer's own screen. */
const CODES: Readonly<Record<string, string>> = {
  TELLER: '6010',
  ATM: '6011',
  INTERNET: '6014',
  MOBILE: '6017',
  VA: '6017',
  QRIS: '6017',
  EDC: '6018',
  AGENT: '6021',
};

/** The code of a channel in a settlement file; empty for a channel banks have no code of. */
export function channelCode(channel: string): string {
  return CODES[channel] ?? '';
}
