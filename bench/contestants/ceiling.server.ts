import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { formatRfc3339 } from '@tirtapay/bank-protocol';
import { businessDateOf, paymentFingerprintSource } from '@tirtapay/domain';
import { Client, types } from 'pg';
import { ADMIN_FEE } from '../support/dataset';
import {
  ADMIT,
  LOCK_BILLS,
  LOCK_CUSTOMERS,
  LOCK_REFERENCES,
  LOG_CALLS,
  READ_BILLS,
  READ_REFERENCES,
  RECEIPTS,
  WRITE,
} from './ceiling.statements';

/*
 * As fast as a careful hand gets these rows out of this machine: node:http, no framework, no validation, no law; what
 * queues while a batch is written is the next one. The measure of what the product's structure costs.
 */

types.setTypeParser(types.builtins.INT8, Number);
const SECRET = process.env.BENCH_SECRET ?? '';
const MAX_BATCH = 64;
const LOG_MILLISECONDS = 50;
const EAST = 480;
const options = '-c plan_cache_mode=force_generic_plan -c jit=off';
const connect = (extra = '') =>
  new Client({
    connectionString: process.env.DATABASE_URL,
    options: `${options}${extra}`,
    pipeline: true,
  });
const money = connect();
const log = connect(' -c synchronous_commit=off');

interface Payment {
  readonly bank_reference: string;
  readonly customer_number: string;
  readonly bill_numbers: readonly string[];
  readonly amount: number;
  readonly paid_at: string;
}

interface Call {
  readonly payment: Payment;
  readonly raw: string;
  readonly signed: string;
  readonly requestId: string;
  readonly timestamp: string;
  readonly since: number;
  readonly answer: (status: number, text: string) => void;
}

interface Bill {
  readonly id: number;
  readonly bill_number: string;
  readonly customer_id: number;
  readonly period: string;
  readonly principal: number;
  readonly penalty: number;
  readonly payment_id: number;
  readonly journal_id: number;
}

const prepared = <Row extends object>(client: Client, name: string, text: string, values: unknown[]) =>
  client.query<Row>({ name, text, values });

async function admit(batch: readonly Call[]): Promise<Set<string>> {
  const now = Date.now();
  const { rows } = await prepared<{ request_id: string }>(log, 'admit', ADMIT, [
    Math.floor(now / 1000),
    batch.length,
    new Date(now),
    batch.map((call) => call.requestId),
  ]);
  return new Set(rows.map((row) => row.request_id));
}

/** One transaction of two waits: locks and reads, then writes with COMMIT behind them. */
async function pay(batch: readonly Call[]): Promise<Map<string, string>> {
  const references = [batch.map((call) => call.payment.bank_reference)];
  const numbers = [batch.map((call) => call.payment.customer_number)];
  const reading = Promise.all([
    money.query('BEGIN'),
    prepared(money, 'references', LOCK_REFERENCES, references),
    prepared<{ bank_reference: string; answer: string }>(money, 'bound', READ_REFERENCES, references),
    prepared<{ id: number }>(money, 'customers', LOCK_CUSTOMERS, numbers),
    prepared(money, 'bills', LOCK_BILLS, numbers),
    prepared<Bill>(money, 'read', READ_BILLS, numbers),
  ]);
  const [fresh, [, , bound, , , bills]] = await Promise.all([admit(batch), reading]);
  const answers = new Map(bound.rows.map((row) => [row.bank_reference, row.answer]));
  const byNumber = new Map(bills.rows.map((bill) => [bill.bill_number, bill]));
  const now = Date.now();
  const today = businessDateOf(now, 'Asia/Makassar');
  const due = batch.flatMap((call) => {
    const bill = byNumber.get(call.payment.bill_numbers[0] ?? '');
    const right =
      bill !== undefined &&
      fresh.has(call.requestId) &&
      !answers.has(call.payment.bank_reference) &&
      bill.principal + bill.penalty + ADMIN_FEE === call.payment.amount;
    if (!right) return [];
    const token = randomBytes(18).toString('base64url');
    return [{ call, bill, token, answer: answerOf(call.payment, bill, token, now) }];
  });
  const writing = Promise.all([
    prepared(money, 'write', WRITE, [
      due.map(({ bill }) => bill.payment_id),
      due.map(({ bill }) => bill.journal_id),
      due.map(({ call }) => call.payment.bank_reference),
      due.map(({ bill }) => bill.customer_id),
      due.map(({ bill }) => bill.id),
      due.map(({ bill }) => bill.principal),
      due.map(({ call }) => new Date(call.payment.paid_at)),
      due.map(({ call }) => call.requestId),
      ADMIN_FEE,
      new Date(now),
      today,
    ]),
    prepared<{ bank_reference: string; answer: string }>(money, 'receipts', RECEIPTS, [
      `SULTRA-TELLER-${today.replaceAll('-', '')}`,
      today,
      new Date(now),
      due.map(({ bill }) => bill.payment_id),
      due.map(({ token }) => token),
      due.map(({ call }) => call.payment.bank_reference),
      due.map(({ call }) => fingerprintOf(call.payment)),
      due.map(({ answer }) => answer),
    ]),
    money.query('COMMIT'),
  ]);
  const [, issued] = await writing;
  for (const row of issued.rows) answers.set(row.bank_reference, row.answer);
  return answers;
}

function fingerprintOf(payment: Payment): string {
  const source = paymentFingerprintSource({
    customerNumber: payment.customer_number,
    billNumbers: payment.bill_numbers,
    amount: payment.amount,
  });
  return createHash('sha256').update(source).digest('hex');
}

function answerOf(payment: Payment, bill: Bill, token: string, now: number): string {
  return JSON.stringify({
    status: 'POSTED',
    payment_id: bill.payment_id,
    receipt_number: '{receipt_number}',
    bank_reference: payment.bank_reference,
    customer_number: payment.customer_number,
    bills: [
      {
        bill_number: bill.bill_number,
        period: bill.period,
        principal: bill.principal,
        penalty: bill.penalty,
        total: bill.principal + bill.penalty,
      },
    ],
    bill_amount: bill.principal + bill.penalty,
    stamp_duty: 0,
    admin_fee: ADMIN_FEE,
    total_amount: payment.amount,
    channel: 'TELLER',
    paid_at: payment.paid_at,
    posted_at: formatRfc3339(now, EAST),
    receipt_url: `http://localhost:3000/bukti/${token}`,
  });
}

const queue: Call[] = [];
let paying = false;

async function work(): Promise<void> {
  paying = true;
  while (queue.length > 0) {
    const batch = queue.splice(0, MAX_BATCH);
    const answers = await pay(batch).catch((error: unknown) => String(error));
    for (const call of batch) {
      const text = typeof answers === 'string' ? undefined : answers.get(call.payment.bank_reference);
      call.answer(
        text === undefined ? 409 : 200,
        text ?? (typeof answers === 'string' ? answers : 'not paid'),
      );
      if (text !== undefined) remember(call, text);
    }
  }
  paying = false;
}

let lines: { call: Call; text: string; latency: number }[] = [];

function remember(call: Call, text: string): void {
  if (lines.length === 0) setTimeout(() => void writeLines(), LOG_MILLISECONDS);
  lines.push({ call, text, latency: Math.round((performance.now() - call.since) * 1000) });
}

async function writeLines(): Promise<void> {
  const written = lines;
  lines = [];
  const now = new Date();
  await prepared(log, 'calls', LOG_CALLS, [
    written.map(() => now),
    written.map(() => '/api/v1/payment/process'),
    written.map(({ call }) => call.requestId),
    written.map(({ call }) => call.timestamp),
    written.map(({ call }) => call.payment.bank_reference),
    written.map(({ latency }) => latency),
    written.map(({ call }) => call.raw),
    written.map(({ text }) => text),
    written.map(({ call }) => call.signed),
  ]);
}

function authentic(request: IncomingMessage, signed: string): boolean {
  const expected = createHmac('sha256', SECRET).update(signed).digest();
  const given = Buffer.from(String(request.headers['x-signature']), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const server = createServer((request, response) => {
  if (request.url === '/health/live') {
    response.end('ok');
    return;
  }
  const since = performance.now();
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts);
    const { 'x-timestamp': timestamp, 'x-request-id': requestId } = request.headers;
    const signed = [
      request.method,
      request.url,
      timestamp,
      requestId,
      createHash('sha256').update(body).digest('hex'),
    ].join('\n');
    if (!authentic(request, signed)) {
      response.writeHead(401).end();
      return;
    }
    const raw = body.toString();
    queue.push({
      payment: JSON.parse(raw) as Payment,
      raw,
      signed,
      requestId: String(requestId),
      timestamp: String(timestamp),
      since,
      answer: (status, text) => response.writeHead(status, { 'content-type': 'application/json' }).end(text),
    });
    if (!paying) void work();
  });
});

async function main(): Promise<void> {
  await Promise.all([money.connect(), log.connect()]);
  server.listen(Number(process.env.PORT), '127.0.0.1');
}

process.on('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  setTimeout(() => void Promise.all([money.end(), log.end()]), 2 * LOG_MILLISECONDS);
});
void main();
