import 'reflect-metadata';
import { Body, Controller, Get, HttpCode, Module, Post, Req, UnauthorizedException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash, createHmac } from 'node:crypto';
import {
  Column,
  DataSource,
  Entity,
  IsNull,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';

/* The usual Nest + TypeORM service: entities, repositories, one save after the other in a transaction. */

@Entity('customer')
class Customer {
  @PrimaryColumn('bigint') id: number;
  @Column('text') number: string;
  @Column('text') name: string;
  @Column('text') address: string;
}

@Entity('bill')
class Bill {
  @PrimaryColumn('bigint') id: number;
  @Column('text') number: string;
  @Column('bigint', { name: 'customer_id' }) customerId: number;
  @ManyToOne(() => Customer) @JoinColumn({ name: 'customer_id' }) customer: Customer;
  @Column('text') period: string;
  @Column('bigint') amount: number;
  @Column('int', { name: 'usage_m3' }) usageM3: number;
  @Column('bigint', { name: 'paid_by', nullable: true }) paidBy: number | null;
}

@Entity('payment')
class Payment {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('int', { name: 'bank_id' }) bankId: number;
  @Column('text') reference: string;
  @Column('bigint', { name: 'customer_id' }) customerId: number;
  @Column('bigint') amount: number;
  @Column('text', { nullable: true }) answer: string | null;
}

@Entity('allocation')
class Allocation {
  @PrimaryColumn('bigint', { name: 'payment_id' }) paymentId: number;
  @PrimaryColumn('bigint', { name: 'bill_id' }) billId: number;
  @Column('bigint') amount: number;
}

@Entity('journal_line')
class JournalLine {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id: number;
  @Column('bigint', { name: 'payment_id' }) paymentId: number;
  @Column('text') account: string;
  @Column('bigint') debit: number;
  @Column('bigint') credit: number;
}

@Entity('receipt_counter')
class ReceiptCounter {
  @PrimaryColumn('date') day: string;
  @Column('int') last: number;
}

const source = new DataSource({
  type: 'postgres',
  url: process.env.DATABASE_URL,
  entities: [Customer, Bill, Payment, Allocation, JournalLine, ReceiptCounter],
  poolSize: Number(process.env.BENCH_POOL ?? '10'),
  parseInt8: true,
});
const ADMIN_FEE = 2_500;

interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: Buffer;
}

function assertAuthentic(request: SignedRequest): void {
  const { 'x-timestamp': timestamp, 'x-request-id': requestId, 'x-signature': signature } = request.headers;
  const text = [
    request.method,
    request.url,
    timestamp,
    requestId,
    createHash('sha256').update(request.rawBody).digest('hex'),
  ].join('\n');
  if (
    createHmac('sha256', process.env.BENCH_SECRET ?? '')
      .update(text)
      .digest('base64') !== signature
  )
    throw new UnauthorizedException();
}

@Controller()
class PaymentController {
  @Get('health/live')
  live(): string {
    return 'ok';
  }

  @Post('api/v1/payment/verify')
  @HttpCode(200)
  async verify(@Body() body: { customer_number: string }, @Req() request: SignedRequest): Promise<unknown> {
    assertAuthentic(request);
    const customer = await source.getRepository(Customer).findOneByOrFail({ number: body.customer_number });
    const bills = await source.getRepository(Bill).find({
      where: { customer: { id: customer.id }, paidBy: IsNull() },
      relations: { customer: true },
      order: { period: 'ASC' },
    });
    return {
      customer,
      bills: bills.map((bill) => ({
        bill_number: bill.number,
        period: bill.period,
        usage_m3: bill.usageM3,
        total: bill.amount,
      })),
    };
  }

  @Post('api/v1/payment/process')
  @HttpCode(200)
  async process(
    @Body() body: { bank_reference: string; bill_numbers: string[]; amount: number },
    @Req() request: SignedRequest,
  ): Promise<unknown> {
    assertAuthentic(request);
    return source.transaction(async (manager) => {
      const earlier = await manager.findOneBy(Payment, { bankId: 1, reference: body.bank_reference });
      if (earlier !== null) return JSON.parse(earlier.answer ?? '{}') as unknown;
      const bill = await manager.findOneOrFail(Bill, {
        where: { number: body.bill_numbers[0] ?? '' },
        lock: { mode: 'pessimistic_write' },
      });
      const amount = body.amount - ADMIN_FEE;
      const payment = await manager.save(
        manager.create(Payment, {
          bankId: 1,
          reference: body.bank_reference,
          customerId: bill.customerId,
          amount,
        }),
      );
      await manager.save(manager.create(Allocation, { paymentId: payment.id, billId: bill.id, amount }));
      bill.paidBy = payment.id;
      await manager.save(bill);
      await manager.save([
        manager.create(JournalLine, { paymentId: payment.id, account: '1110', debit: amount, credit: 0 }),
        manager.create(JournalLine, { paymentId: payment.id, account: '1210', debit: 0, credit: amount }),
      ]);
      const day = new Date().toISOString().slice(0, 10);
      await manager.query('INSERT INTO receipt_counter VALUES ($1, 0) ON CONFLICT DO NOTHING', [day]);
      const counter = await manager.findOneOrFail(ReceiptCounter, {
        where: { day },
        lock: { mode: 'pessimistic_write' },
      });
      counter.last += 1;
      await manager.save(counter);
      const answer = {
        status: 'POSTED',
        payment_id: payment.id,
        receipt_number: counter.last,
        bank_reference: body.bank_reference,
        amount,
      };
      await manager.update(Payment, { id: payment.id }, { answer: JSON.stringify(answer) });
      return answer;
    });
  }
}

@Module({ controllers: [PaymentController] })
class UsualModule {}

async function main(): Promise<void> {
  await source.initialize();
  const app = await NestFactory.create<NestFastifyApplication>(UsualModule, new FastifyAdapter(), {
    logger: ['error'],
    rawBody: true,
  });
  app.enableShutdownHooks();
  await app.listen(Number(process.env.PORT), '127.0.0.1');
}

void main();
