/** Where the customer paid, as the bank reports it. */
export const CHANNELS = ['TELLER', 'ATM', 'MOBILE', 'INTERNET', 'EDC', 'VA', 'QRIS', 'AGENT'] as const;

export type Channel = (typeof CHANNELS)[number];

export function isChannel(text: unknown): text is Channel {
  return CHANNELS.some((channel) => channel === text);
}
