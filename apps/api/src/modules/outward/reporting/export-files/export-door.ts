import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { isErrorCode, type ErrorCode } from '@tirtapay/contracts';
import { runAsPerson } from '../../../../platform/context';
import { placeOrder, type ExportOrder } from '../../../../platform/list';
import { Problem } from '../../../../platform/problem';

/** A refusal of the route, as it stands. */
export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly body: string;
}

type Served = { readonly answer: NonNullable<ExportOrder['answer']> } | { readonly refusal: Refusal };

interface Answer {
  readonly statusCode: number;
  readonly body: string;
}

interface Caller {
  readonly personId: number;
  readonly language: 'id' | 'en';
}

/**
 * The way to every export there is: a call of this process to its route. Who may have the file, what a filter is and how
 * the file is written is said there and nowhere else, so a list that is added has its background file without a word.
 */
@Injectable()
export class ExportDoor {
  constructor(private readonly host: HttpAdapterHost) {}

  /** @param target where the file is written; null only asks */
  async serve(address: string, caller: Caller, target: ExportOrder['target']): Promise<Served> {
    const order: ExportOrder = { target };
    const { status, body } = await this.call(address, caller, (work) => placeOrder(order, work));
    if (order.answer !== undefined) return { answer: order.answer };
    const { code } = status < 400 ? { code: 'request.not_found' } : (JSON.parse(body) as { code: string });
    return { refusal: { status, code: isErrorCode(code) ? code : 'internal.error', body } };
  }

  /**
   * What somebody might have once is not what they may have now: a file that lies ready is handed out only to whom its route
   * would write it today.
   * @throws Problem the refusal of the route
   */
  async assertOpen(address: string, caller: Caller): Promise<void> {
    const asked = await this.serve(address, caller, null);
    if ('refusal' in asked) throw new Problem(asked.refusal.code);
  }

  /** How many rows the list has; null where the address is no list of rows, or counting takes too long. */
  async count(address: string, caller: Caller): Promise<number | null> {
    const [path = '', query = ''] = address.split('?');
    const asked = new URLSearchParams(query);
    asked.delete('format');
    for (const [name, value] of Object.entries({ page_size: '1', count: 'exact' })) asked.set(name, value);
    const { status, body } = await this.call(
      `${path.replace(/\/export$/, '')}?${String(asked)}`,
      caller,
      // As of the file it is for: it takes no place of its owner before a screen.
      (work) => placeOrder({ target: null }, work),
    );
    if (status !== 200) return null;
    const { meta } = JSON.parse(body) as { meta?: { total?: number } };
    return meta?.total ?? null;
  }

  private async call(
    url: string,
    { personId, language }: Caller,
    within: (work: () => Promise<Answer>) => Promise<Answer>,
  ): Promise<{ status: number; body: string }> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const { statusCode, body } = await runAsPerson(personId, () =>
      within(
        () =>
          // With a callback it is sent now; what it returns otherwise is sent when somebody waits for it, in whose name ever.
          new Promise((resolve, reject) => {
            fastify.inject(
              { method: 'GET', url, headers: { 'accept-language': language } },
              (error, answer) => {
                if (answer === undefined) reject(error ?? new Error('no answer'));
                else resolve(answer);
              },
            );
          }),
      ),
    );
    return { status: statusCode, body };
  }
}
