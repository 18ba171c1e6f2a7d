import { NATIVE_PATHS } from '@tirtapay/bank-protocol';
import type { OrderedCall, PlayedCall } from '../sandbox/sandbox-bank';

export type Play = (order: OrderedCall) => Promise<PlayedCall>;

export interface Drive {
  readonly play: Play;
  /** A customer with one open bill. */
  readonly customerNumber: string;
  /** Begins every reference of the run. */
  readonly prefix: string;
  readonly paidAt: () => string;
}

const UNKNOWN_CUSTOMER = '999999999995';
const LATE_SECONDS = -600;
const WRONG_BY = 1;

/** Every native scenario once; the payment is taken back at its end, so that a demonstration can be run again. */
export async function driveNative({ play, customerNumber, prefix, paidAt }: Drive): Promise<void> {
  const post = (target: string, body: object, more: Partial<OrderedCall> = {}) =>
    play({ protocol: 'NATIVE', target, body, ...more });
  const get = (path: string, reference: string) =>
    play({
      protocol: 'NATIVE',
      method: 'GET',
      target: `${path}?bank_reference=${encodeURIComponent(reference)}`,
    });
  const verify = { customer_number: customerNumber };
  const { body: inquiry } = await post(NATIVE_PATHS.verify, verify);
  const amount = Number(inquiry.total_amount ?? 0);
  const process = (reference: string, asked = amount) =>
    post(NATIVE_PATHS.process, {
      bank_reference: reference,
      inquiry_id: inquiry.inquiry_id ?? 'none',
      amount: asked,
      paid_at: paidAt(),
      channel: 'TELLER',
    });
  const reference = `${prefix}-N`;
  await process(`${prefix}-NX`, amount + WRONG_BY);
  await process(reference);
  await process(reference);
  await get(NATIVE_PATHS.status, reference);
  await get(NATIVE_PATHS.receipt, reference);
  await process(`${prefix}-N2`);
  await post(NATIVE_PATHS.verify, { customer_number: UNKNOWN_CUSTOMER });
  await post(NATIVE_PATHS.verify, verify, { signature: 'bad' });
  await post(NATIVE_PATHS.verify, verify, { clock_offset_seconds: LATE_SECONDS });
  await reverse(play, reference);
}

export async function reverse(play: Play, reference: string): Promise<void> {
  await play({
    protocol: 'NATIVE',
    target: NATIVE_PATHS.reversal,
    body: {
      bank_reference: reference,
      reversal_reference: `${reference}-R`,
      reason: 'Uji sertifikasi',
    },
  });
}
