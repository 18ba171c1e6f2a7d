import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { signNative, signNativeResponse } from '@tirtapay/bank-protocol';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { Problem } from '../../../platform/problem';
import { BankDirectory } from '../registry';
import { OWN_TEST_PREFIX } from './own-test';

export interface CallAsBank {
  readonly httpStatus: number;
  /** Of the problem we answered with. */
  readonly code: string | null;
  /** Our answer carries the signature the bank would expect. */
  readonly answerProven: boolean;
  readonly latencyMilliseconds: number;
}

/**
 * Makes a call to our own bank API the way the bank makes it: signed with its newest key, from an address of its
 * allow-list, through the whole HTTP stack. Only the network before it is left out: the request is injected, so the
 * peer address is ours to name, which no caller from outside can do.
 */
@Injectable()
export class CallsAsBank {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly directory: BankDirectory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem bank.not_found, bank.inactive, bank.key_not_found */
  async post(bankId: number, path: string, body: object): Promise<CallAsBank> {
    const { keyId, address } = await this.caller(bankId);
    const credential = await this.directory.credential(keyId);
    if (credential === null) throw new Problem('bank.key_not_found');
    const rawBody = Buffer.from(JSON.stringify(body));
    const timestamp = this.clock.text(this.clock.now());
    const requestId = `${OWN_TEST_PREFIX}${randomUUID()}`;
    const startedAt = performance.now();
    const answer = await this.host.httpAdapter.getInstance().inject({
      method: 'POST',
      url: path,
      remoteAddress: address,
      headers: {
        'content-type': 'application/json',
        'x-api-key': keyId,
        'x-timestamp': timestamp,
        'x-request-id': requestId,
        'x-signature': signNative(credential.secret, {
          method: 'POST',
          requestTarget: path,
          timestamp,
          requestId,
          rawBody,
        }),
      },
      payload: rawBody,
    });
    const latencyMilliseconds = performance.now() - startedAt;
    const expected = signNativeResponse(credential.secret, {
      status: answer.statusCode,
      requestId,
      timestamp: String(answer.headers['x-timestamp'] ?? 'none'),
      rawBody: answer.rawPayload,
    });
    return {
      httpStatus: answer.statusCode,
      code: answer.statusCode < 400 ? null : (answer.json<{ code?: string }>().code ?? null),
      answerProven: answer.headers['x-signature'] === expected,
      latencyMilliseconds: Math.round(latencyMilliseconds * 10) / 10,
    };
  }

  private async caller(bankId: number): Promise<{ keyId: string; address: string }> {
    const [row] = await this.database.screen<{
      active: boolean;
      address: string | null;
      key_id: string | null;
    }>(
      `SELECT b.active, split_part(b.allowed_cidrs[1], '/', 1) AS address,
         (SELECT k.key_id FROM bank_api_key k WHERE k.bank_id = b.id AND k.status = 'ACTIVE' AND k.protocol = 'NATIVE'
          ORDER BY k.id DESC LIMIT 1) AS key_id
       FROM bank_integration b WHERE b.id = $1`,
      [bankId],
    );
    if (row === undefined) throw new Problem('bank.not_found');
    if (!row.active) throw new Problem('bank.inactive');
    if (row.key_id === null) throw new Problem('bank.key_not_found');
    // An empty list lets nobody in; the answer then says so.
    return { keyId: row.key_id, address: row.address ?? '0.0.0.0' };
  }
}
