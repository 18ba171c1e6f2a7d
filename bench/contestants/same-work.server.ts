import 'reflect-metadata';
import {
  Body,
  ConflictException,
  Controller,
  Get,
  HttpCode,
  Module,
  Post,
  Req,
  UnauthorizedException,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { formatRfc3339 } from '@tirtapay/bank-protocol';
import { businessDateOf, paymentFingerprintSource } from '@tirtapay/domain';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { ADMIN_FEE, BANK_ID } from '../support/dataset';
import {
  Allocation,
  AuditEntry,
  BankReference,
  Bill,
  ENTITIES,
  Journal,
  JournalLine,
  LoggedCall,
  Nonce,
  OutboxEvent,
  Payment,
  Receipt,
  ReceiptSeries,
} from './same-work.entities';

/*
 * The usual Nest + TypeORM service doing what the product does: replay guard, payment, allocation, journal, audit,
 * outbox, receipt number, stored answer and call log, one entity saved after the other.
 */

const source = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  entities: ENTITIES,
  poolSize: Number(process.env.BENCH_POOL ?? '10'),
  parseInt8: true,
});
const KEY = 1;
const EAST = 480;

interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: Buffer;
}

interface ProcessBody {
  readonly bank_reference: string;
  readonly customer_number: string;
  readonly bill_numbers: string[];
  readonly amount: number;
  readonly paid_at: string;
  readonly channel: string;
}

function signedText(request: SignedRequest): string {
  const { 'x-timestamp': timestamp, 'x-request-id': requestId, 'x-signature': signature } = request.headers;
  const hash = createHash('sha256').update(request.rawBody).digest('hex');
  const text = [request.method, request.url, timestamp, requestId, hash].join('\n');
  const expected = createHmac('sha256', process.env.BENCH_SECRET ?? '')
    .update(text)
    .digest('base64');
  if (expected !== signature) throw new UnauthorizedException();
  return text;
}

@Controller()
class PaymentController {
  @Get('health/live')
  live(): string {
    return 'ok';
  }

  @Post('api/v1/payment/process')
  @HttpCode(200)
  async process(@Body() body: ProcessBody, @Req() request: SignedRequest): Promise<unknown> {
    const since = performance.now();
    const stringToSign = signedText(request);
    const requestId = request.headers['x-request-id'] ?? '';
    await source.getRepository(Nonce).insert({ keyId: KEY, requestId, seenAt: new Date() });
    const answer = await source.transaction((manager) => pay(manager, body, requestId));
    await source.getRepository(LoggedCall).save({
      bankId: BANK_ID,
      keyId: KEY,
      receivedAt: new Date(),
      method: request.method,
      requestTarget: request.url,
      requestId,
      requestTimestamp: request.headers['x-timestamp'] ?? '',
      ip: '127.0.0.1',
      httpStatus: 200,
      replayed: false,
      bankReference: body.bank_reference,
      latencyUs: Math.round((performance.now() - since) * 1000),
      requestBody: request.rawBody.toString(),
      responseBody: answer,
      stringToSign,
    });
    return JSON.parse(answer) as unknown;
  }
}

async function pay(manager: EntityManager, body: ProcessBody, requestId: string): Promise<string> {
  const earlier = await manager.findOneBy(BankReference, {
    collectorId: BANK_ID,
    bankReference: body.bank_reference,
  });
  if (earlier !== null) return earlier.answer;
  const bill = await manager.findOneOrFail(Bill, {
    where: { billNumber: body.bill_numbers[0] ?? '', state: 'ISSUED' },
    lock: { mode: 'for_no_key_update' },
  });
  const amount = bill.principal;
  if (amount + ADMIN_FEE !== body.amount) throw new ConflictException();
  const now = new Date();
  const businessDate = businessDateOf(now.getTime(), 'Asia/Makassar');
  const payment = await manager.save(
    manager.create(Payment, {
      kind: 'PAYMENT',
      collectorId: BANK_ID,
      bankReference: body.bank_reference,
      customerId: bill.customerId,
      channel: body.channel,
      billAmount: amount,
      stampDuty: 0,
      adminFee: ADMIN_FEE,
      amount,
      paidAt: new Date(body.paid_at),
      postedAt: now,
      businessDate,
      requestId,
    }),
  );
  await manager.save(
    manager.create(Allocation, {
      paymentId: payment.id,
      kind: 'BILL',
      billId: bill.id,
      principal: amount,
      penalty: 0,
      waived: 0,
      amount,
    }),
  );
  Object.assign(bill, { state: 'PAID', paidBy: payment.id, paidAt: now });
  await manager.save(bill);
  await book(manager, payment, bill, requestId);
  return answer(manager, payment, bill, body);
}

async function book(manager: EntityManager, payment: Payment, bill: Bill, requestId: string): Promise<void> {
  const { amount, customerId, businessDate, postedAt } = payment;
  const journal = await manager.save(
    manager.create(Journal, {
      event: 'payment.posted',
      entityType: 'pembayaran',
      entityId: payment.id,
      businessDate,
      postedAt,
    }),
  );
  await manager.save([
    manager.create(JournalLine, {
      journalId: journal.id,
      account: '1130',
      debit: amount,
      credit: 0,
      collectorId: BANK_ID,
      customerId,
    }),
    manager.create(JournalLine, {
      journalId: journal.id,
      account: '1210',
      debit: 0,
      credit: amount,
      customerId,
      billId: bill.id,
    }),
  ]);
  await manager.save(
    manager.create(AuditEntry, {
      at: postedAt,
      actorKind: 'BANK',
      actorId: BANK_ID,
      action: 'payment.posted',
      entityType: 'pembayaran',
      entityId: payment.id,
      requestId,
      ip: '127.0.0.1',
      after: {
        bank_reference: payment.bankReference,
        amount,
        channel: payment.channel,
        bills: [bill.id],
      },
    }),
  );
  await manager.save(
    manager.create(OutboxEvent, {
      topic: 'payment.posted',
      entityId: payment.id,
      payload: { payment_id: payment.id, customer_id: customerId, bill_ids: [bill.id] },
      createdAt: postedAt,
    }),
  );
}

async function answer(
  manager: EntityManager,
  payment: Payment,
  bill: Bill,
  body: ProcessBody,
): Promise<string> {
  const { amount, businessDate, postedAt, channel } = payment;
  const name = `SULTRA-${channel}-${businessDate.replaceAll('-', '')}`;
  await manager
    .createQueryBuilder()
    .insert()
    .into(ReceiptSeries)
    .values({ series: name, collectorId: BANK_ID, channel, businessDate, lastNumber: 0 })
    .orIgnore()
    .execute();
  const series = await manager.findOneOrFail(ReceiptSeries, {
    where: { series: name },
    lock: { mode: 'for_no_key_update' },
  });
  series.lastNumber += 1;
  await manager.save(series);
  const token = randomBytes(18).toString('base64url');
  const receiptNumber = `${name}-${String(series.lastNumber).padStart(6, '0')}`;
  await manager.save(
    manager.create(Receipt, {
      series: name,
      number: series.lastNumber,
      receiptNumber,
      paymentId: payment.id,
      token,
      issuedAt: postedAt,
    }),
  );
  const { billNumber, period, principal } = bill;
  const text = JSON.stringify({
    status: 'POSTED',
    payment_id: payment.id,
    receipt_number: receiptNumber,
    bank_reference: body.bank_reference,
    customer_number: body.customer_number,
    bills: [{ bill_number: billNumber, period, principal, penalty: 0, total: amount }],
    bill_amount: amount,
    stamp_duty: 0,
    admin_fee: ADMIN_FEE,
    total_amount: body.amount,
    channel,
    paid_at: body.paid_at,
    posted_at: formatRfc3339(postedAt.getTime(), EAST),
    receipt_url: `http://localhost:3000/bukti/${token}`,
  });
  const meaning = paymentFingerprintSource({
    customerNumber: body.customer_number,
    billNumbers: body.bill_numbers,
    amount: body.amount,
  });
  await manager.insert(BankReference, {
    collectorId: BANK_ID,
    bankReference: body.bank_reference,
    outcome: 'POSTED',
    fingerprint: createHash('sha256').update(meaning).digest('hex'),
    paymentId: payment.id,
    answer: text,
    createdAt: postedAt,
  });
  return text;
}

@Module({ controllers: [PaymentController] })
class SameWorkModule {}

async function main(): Promise<void> {
  await source.initialize();
  const app = await NestFactory.create<NestFastifyApplication>(SameWorkModule, new FastifyAdapter(), {
    logger: ['error'],
    rawBody: true,
  });
  app.enableShutdownHooks();
  await app.listen(Number(process.env.PORT), '127.0.0.1');
}

void main();
