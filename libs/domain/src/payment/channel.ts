/** Where the customer paid, as the bank reports it: the only ones `process` accepts. */
export const CHANNELS = ['TELLER', 'ATM', 'MOBILE', 'INTERNET', 'EDC', 'VA', 'QRIS', 'AGENT'] as const;

export type Channel = (typeof CHANNELS)[number];

/** With those of collectors that are no bank: cash at a counter, a partner's API, the customer's own credit. */
export const COLLECTION_CHANNELS = [...CHANNELS, 'CASH', 'API', 'CREDIT'] as const;

export type CollectionChannel = (typeof COLLECTION_CHANNELS)[number];

/** Ways of collectors that sell for others as well: a partner's API, cash in a drawer. */
export type SaleChannel = Exclude<CollectionChannel, Channel | 'CREDIT'>;

export function isChannel(text: unknown): text is Channel {
  return CHANNELS.some((channel) => channel === text);
}

/** Ways of a checkout: the bank makes an account or a code for exactly this money. */
export const CHECKOUT_METHODS = ['VA', 'QRIS'] as const;

export type CheckoutMethod = (typeof CHECKOUT_METHODS)[number];

/** Ways a payer is shown: a checkout, or any counter of the bank by customer number. */
export const PAYER_METHODS = ['TELLER', ...CHECKOUT_METHODS] as const;

export type PayerMethod = (typeof PAYER_METHODS)[number];

/**
 * What steps are written for, in the order they are shown. `VA_…` are the ways to pay a virtual account; the others
 * before them pay by customer number.
 */
export const INSTRUCTION_CHANNELS = [
  'TELLER',
  'MOBILE',
  'ATM',
  'INTERNET',
  'EDC',
  'AGENT',
  'VA',
  'VA_MOBILE',
  'VA_ATM',
  'VA_INTERNET',
  'VA_TELLER',
  'VA_AGENT',
  'VA_OTHER_BANK',
  'QRIS',
] as const;

export type InstructionChannel = (typeof INSTRUCTION_CHANNELS)[number];
