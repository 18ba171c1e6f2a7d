import { setTimeout as pause } from 'node:timers/promises';
import { RsaKeyError } from '@tirtapay/bank-protocol';
import { z } from 'zod';
import type { BankProfile } from '../bank-profile';
import type { BankCall } from '../books/call-log';
import { historyOrder } from '../books/history';
import { statementOrder } from '../books/statements';
import { numberOf, type Order } from '../books/orders';
import { paymentRequest } from '../drills/payment-request';
import { CounterRefusal } from '../drills/payment-target';
import { runScenario } from '../drills/run-scenario';
import { SCENARIOS } from '../drills/scenarios';
import type { Sandbox } from '../sandbox';
import { depositOrder } from '../supplier/supplier-deposit';
import { reportBreaksOrder } from '../settlement/report-breaks';
import { supplierFaultOrder } from '../supplier/supplier-faults';
import { bankOrder, faultOrder, freeCall, partnerKeyOrder, webhookOrder } from './control-schemas';

export interface ControlAnswer {
  readonly status: number;
  readonly body: object;
}

type Handler = (body: unknown, query: URLSearchParams) => Promise<object> | object;

const SHOWN_CALLS = 100;

/** What tests and the console's certification drive the bank with. JSON in, JSON out; its door is loopback only. */
export class ControlApi {
  private readonly routes: Readonly<Record<string, Handler>> = {
    'GET /control/banks': () => this.banks(),
    'POST /control/banks': (body) => this.addBank(body),
    'GET /control/keys': () => ({ public_key: this.sandbox.keys.publicKeyPem }),
    'POST /control/partner-key': (body) => this.registerPartner(body),
    'GET /control/orders': () => ({ orders: this.orders() }),
    'GET /control/payments': () => ({ payments: this.sandbox.books.collections.all() }),
    'GET /control/history': () => ({ payments: this.sandbox.books.history.all().length }),
    'POST /control/history': (body) => this.remember(body),
    'GET /control/statements': () => ({ entries: this.sandbox.statements.all().length }),
    'POST /control/statements': (body) => this.rememberStatements(body),
    'POST /control/report-breaks': (body) => this.chooseReportBreaks(body),
    'GET /control/scenarios': () => this.scenarios(),
    'POST /control/payments': (body) => runScenario(this.sandbox.desk, paymentRequest.parse(body)),
    'POST /control/webhook': (body) => this.webhook(body),
    'POST /control/calls': (body) => this.send(body),
    'GET /control/calls': (_, query) => this.calls(query),
    'GET /control/faults': () => ({ faults: this.sandbox.faults.all() }),
    'POST /control/faults': (body) => this.setFault(body),
    'GET /control/supplier': () => this.supplier(),
    'POST /control/supplier/faults': (body) => this.setSupplierFault(body),
    'POST /control/supplier/deposit': (body) => this.topUpSupplier(body),
    'DELETE /control/supplier/faults': () => this.clearSupplierFaults(),
    'DELETE /control/faults': (_, query) => this.clearFaults(query),
  };

  constructor(private readonly sandbox: Sandbox) {}

  async answer(method: string, url: URL, body: unknown): Promise<ControlAnswer> {
    const handler = this.routes[`${method} ${url.pathname}`];
    if (!handler) return refusal(404, 'unknown', 'no such control call');
    try {
      return { status: 200, body: await handler(body, url.searchParams) };
    } catch (error) {
      if (error instanceof z.ZodError) return refusal(400, 'invalid', z.prettifyError(error));
      if (error instanceof RsaKeyError) return refusal(400, 'invalid', error.message);
      if (error instanceof CounterRefusal) return refusal(409, 'counter_refused', error.message);
      throw error;
    }
  }

  private banks(): object {
    const banks = this.sandbox.banks.all().map(({ id, name, keyId, snap }) => ({
      id,
      name,
      key_id: keyId,
      client_key: snap.clientKey,
      partner_service_id: snap.partnerServiceId,
      mode: snap.mode,
    }));
    return { banks };
  }

  private addBank(body: unknown): object {
    this.sandbox.banks.put(bankOrder.parse(body));
    return this.banks();
  }

  private registerPartner(body: unknown): object {
    this.sandbox.partnerKey.register(partnerKeyOrder.parse(body).public_key);
    return { registered: true };
  }

  private orders(): object[] {
    const { books, now } = this.sandbox;
    const described = (order: Order): object => ({
      ...order,
      ...(order.method === 'VA' ? { number: numberOf(order) } : {}),
      state: books.collections.stateOf(order, now()),
    });
    return books.orders.all().map(described);
  }

  private remember(body: unknown): object {
    const { history } = this.sandbox.books;
    history.add(historyOrder.parse(body).payments);
    return { payments: history.all().length };
  }

  private rememberStatements(body: unknown): object {
    const { statements } = this.sandbox;
    statements.add(statementOrder.parse(body).entries);
    return { entries: statements.all().length };
  }

  private chooseReportBreaks(body: unknown): object {
    const { breaks } = reportBreaksOrder.parse(body);
    this.sandbox.reportBreaks.choose(breaks);
    return { breaks };
  }

  private scenarios(): object {
    const scenarios = Object.entries(SCENARIOS).map(([name, { title, description }]) => ({
      name,
      title,
      description,
    }));
    return { scenarios };
  }

  private async webhook(body: unknown): Promise<object> {
    const order = webhookOrder.parse(body);
    const bank = this.bank(order.bank);
    await pause(order.delay_seconds * 1_000);
    const calls: BankCall[] = [];
    for (let sent = 0; sent < order.times; sent += 1) {
      const badSignature = order.signature === 'bad';
      calls.push((await this.sandbox.native.notify(bank, bytesOf(order.body), { badSignature })).call);
    }
    return { calls };
  }

  private async send(body: unknown): Promise<object> {
    const order = freeCall.parse(body);
    const bank = this.bank(order.bank);
    const { method, target, delivery, external_id: externalId } = order;
    const clockOffsetMs = order.clock_offset_seconds * 1_000;
    const mishap = { delivery, badSignature: order.signature === 'bad', clockOffsetMs };
    const bytes = order.body === undefined ? undefined : bytesOf(order.body);
    if (order.protocol === 'NATIVE') {
      const native = { operation: 'free', method, target, mishap, ...(bytes && { body: bytes }) } as const;
      return { call: (await this.sandbox.native.call(bank, native)).call };
    }
    const message = { operation: 'free', method, target, mishap, body: bytes ?? Buffer.alloc(0) };
    const call = await this.sandbox.snap.send(bank, { ...message, ...(externalId ? { externalId } : {}) });
    return { call };
  }

  private calls(query: URLSearchParams): object {
    const after = query.get('after');
    const direction = query.get('direction');
    const calls =
      after === null ? this.sandbox.calls.recent(SHOWN_CALLS) : this.sandbox.calls.after(Number(after));
    return { calls: calls.filter((call) => direction === null || call.direction === direction) };
  }

  private setFault(body: unknown): object {
    const { kind, services, about, times } = faultOrder.parse(body);
    return this.sandbox.faults.set({ kind, services, about, left: times });
  }

  private clearFaults(query: URLSearchParams): object {
    this.sandbox.faults.clear(query.get('id') ?? undefined);
    return { faults: this.sandbox.faults.all() };
  }

  private supplier(): object {
    const { purchases, faults, deposit } = this.sandbox.supplier;
    return { faults: faults.all(), purchases: purchases.all(), deposit: deposit.balance() };
  }

  private setSupplierFault(body: unknown): object {
    const { kind, times, customer_no: customer } = supplierFaultOrder.parse(body);
    this.sandbox.supplier.faults.set(kind, times, customer);
    return this.supplier();
  }

  private topUpSupplier(body: unknown): object {
    this.sandbox.supplier.deposit.add(depositOrder.parse(body).amount);
    return this.supplier();
  }

  private clearSupplierFaults(): object {
    this.sandbox.supplier.faults.clear();
    return this.supplier();
  }

  private bank(id: string | undefined): BankProfile {
    const bank = id === undefined ? this.sandbox.banks.first() : this.sandbox.banks.get(id);
    if (!bank) throw new CounterRefusal(`Bank tidak dikenal: ${id ?? ''}.`);
    return bank;
  }
}

function bytesOf(body: string | object): Buffer {
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
}

function refusal(status: number, code: string, message: string): ControlAnswer {
  return { status, body: { code, message } };
}
