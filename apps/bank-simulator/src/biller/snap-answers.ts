import { z } from 'zod';

/** Answers of the biller's SNAP services, read leniently: what the bank does not need may be anything. */
const money = z
  .object({ value: z.string().regex(/^\d{1,14}\.\d{2}$/), currency: z.literal('IDR') })
  .transform(({ value }) => Number(value));

const code = z.object({ responseCode: z.union([z.string(), z.number()]) });

const inquiry = z.object({
  virtualAccountData: z.object({
    virtualAccountName: z.string(),
    totalAmount: money,
    feeAmount: money.optional(),
    billDetails: z.array(z.looseObject({ billNo: z.string().optional() })).default([]),
  }),
});

const paymentData = z.object({
  virtualAccountData: z.object({
    paymentFlagStatus: z.string().optional(),
    billDetails: z.array(z.looseObject({ billNo: z.string().optional() })).default([]),
  }),
});

export interface VaDue {
  readonly name: string;
  /** Integer rupiah: bills and stamp duty. */
  readonly amount: number;
  readonly fee: number;
  readonly bills: readonly string[];
  readonly billDetails: readonly object[];
}

/** Seven digits, also when they came as a bare number; null when there are none. */
export function readSnapCode(body: unknown): string | null {
  const answer = code.safeParse(body);
  const text = answer.success ? String(answer.data.responseCode) : '';
  return /^[1-5]\d{6}$/.test(text) ? text : null;
}

/** What service 24 says is due, or null when the body is no such answer. */
export function readVaDue(text: string | null): VaDue | null {
  const answer = inquiry.safeParse(jsonOf(text));
  if (!answer.success) return null;
  const { virtualAccountName, totalAmount, feeAmount, billDetails } = answer.data.virtualAccountData;
  return {
    name: virtualAccountName,
    amount: totalAmount,
    fee: feeAmount ?? 0,
    bills: billDetails.flatMap(({ billNo }) => billNo ?? []),
    billDetails,
  };
}

/** The bills that service 25 or 26 says were paid. */
export function readPaidBills(text: string | null): readonly string[] {
  const answer = paymentData.safeParse(jsonOf(text));
  return answer.success
    ? answer.data.virtualAccountData.billDetails.flatMap(({ billNo }) => billNo ?? [])
    : [];
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
