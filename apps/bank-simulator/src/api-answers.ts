import { z } from 'zod';

/** The answers of the native API that the bank reads (bank-api.md, "Endpoints"); unknown fields are ignored. */
const rupiah = z.int();

const stands = z.object({ from: z.number(), to: z.number() });

const dueBill = z.object({
  bill_number: z.string(),
  period: z.string(),
  usage_m3: z.number(),
  previous_stand: z.number(),
  current_stand: z.number(),
  principal: rupiah,
  penalty: rupiah,
  total: rupiah,
  due_date: z.string(),
  meter_change: z.object({ previous: stands, current: stands }).optional(),
});

const amounts = {
  bill_amount: rupiah,
  stamp_duty: rupiah,
  admin_fee: rupiah,
  total_amount: rupiah,
};

const inquiryAnswer = z.object({
  inquiry_id: z.string(),
  customer: z.object({
    customer_number: z.string(),
    name: z.string(),
    address: z.string(),
    tariff_category: z.string(),
  }),
  bills: z.array(dueBill),
  ...amounts,
  valid_until: z.string(),
});

const paymentAnswer = z.object({
  status: z.enum(['POSTED', 'REVERSED']),
  payment_id: z.union([z.string(), z.number()]),
  receipt_number: z.string(),
  bank_reference: z.string(),
  customer_number: z.string(),
  bills: z.array(
    z.object({
      bill_number: z.string(),
      period: z.string(),
      principal: rupiah,
      penalty: rupiah,
      total: rupiah,
    }),
  ),
  ...amounts,
  channel: z.string(),
  paid_at: z.string(),
  posted_at: z.string(),
  receipt_url: z.string(),
  reversed_at: z.string().nullish(),
});

const reversalAnswer = z.object({ status: z.literal('REVERSED'), was_posted: z.boolean() });

const problemAnswer = z.object({
  code: z.string(),
  title: z.string(),
  detail: z.string().nullish(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).nullish(),
  current_amount: rupiah.nullish(),
});

export type InquiryAnswer = z.infer<typeof inquiryAnswer>;
export type PaymentAnswer = z.infer<typeof paymentAnswer>;
export type ProblemAnswer = z.infer<typeof problemAnswer>;

function readAs<T>(schema: z.ZodType<T>, body: unknown): T | null {
  const result = schema.safeParse(body);
  return result.success ? result.data : null;
}

/** Each reads a body, or gives null when it is not that answer. */
export const readInquiry = (body: unknown) => readAs(inquiryAnswer, body);
export const readPayment = (body: unknown) => readAs(paymentAnswer, body);
export const readReversal = (body: unknown) => readAs(reversalAnswer, body);
export const readProblem = (body: unknown) => readAs(problemAnswer, body);
