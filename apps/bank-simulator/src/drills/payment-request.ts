import { isBankReference } from '@tirtapay/bank-protocol';
import { z } from 'zod';

/** What a customer does at the bank, and what shall go wrong on the way to the biller. */
export const SCENARIO_NAMES = [
  'pay',
  'timeout-before',
  'timeout-after',
  'retry-storm',
  'notify-twice',
  'notify-first',
  'notify-late',
  'bad-signature',
  'wrong-amount',
  'expired',
  'double',
  'reversal',
  'silent',
  'cutoff',
] as const;

export type ScenarioName = (typeof SCENARIO_NAMES)[number];

export const paymentRequest = z
  .strictObject({
    scenario: z.enum(SCENARIO_NAMES).default('pay'),
    /** Virtual account as customers type it; spaces, dots and dashes are dropped. */
    number: z.string().min(1).max(40).optional(),
    /** The content of a QRIS code, or the bank's or the biller's reference of it. */
    qr: z.string().min(1).max(512).optional(),
    /** Bank profile id; by default the bank that holds the order, else the first. */
    bank: z.string().max(32).optional(),
    via: z.enum(['SNAP', 'NATIVE', 'WEBHOOK']).default('SNAP'),
    /** Our reference of the payment; by default a new one (of a code: its own). */
    reference: z.custom<string>(isBankReference, 'not a bank reference').optional(),
    /** Total in rupiah, fee included, in place of what is due. */
    amount: z.int().min(1).max(10_000_000_000).optional(),
    /** For NATIVE on a dynamic account, whose number does not tell the customer. */
    customer_number: z.string().min(1).max(40).optional(),
    /** How many at once in a retry storm. */
    count: z.int().min(2).max(50).default(5),
    /** How late a late notification comes. */
    delay_seconds: z.number().min(0).max(120).default(3),
  })
  .refine(({ number, qr }) => (number === undefined) !== (qr === undefined), {
    message: 'either number or qr',
    path: ['number'],
  });

export type PaymentRequest = z.output<typeof paymentRequest>;
