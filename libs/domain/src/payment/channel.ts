/** Where the customer paid, as the bank reports it: the only ones `process` accepts. */
export const CHANNELS = ['TELLER', 'ATM', 'MOBILE', 'INTERNET', 'EDC', 'VA', 'QRIS', 'AGENT'] as const;

export type Channel = (typeof CHANNELS)[number];

/** With those of collectors that are no bank: cash at a counter, a partner's API, the customer's own credit. */
export const COLLECTION_CHANNELS = [...CHANNELS, 'CASH', 'API', 'CREDIT'] as const;

export type CollectionChannel = (typeof COLLECTION_CHANNELS)[number];

export function isChannel(text: unknown): text is Channel {
  return CHANNELS.some((channel) => channel === text);
}
