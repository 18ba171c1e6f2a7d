import { Injectable } from '@nestjs/common';
import { Database, type RowOf } from '../../../../platform/database';
import { OWN_TEST_PREFIX } from '../../../bank-gateway/security';
import type { Evidence, ObservedCall } from './scenario';
import type { CertificationRefusal } from '../entities/certification.entity';

export interface WatchedRun {
  readonly id: number;
  readonly bankId: number;
  readonly keyId: number | null;
  readonly startedAt: Date;
}

/** A bank that floods a run is judged by its newest calls; what passed before stays passed. */
const MAX_CALLS = 2_000;

/** What was seen of a bank since a run began: its logged calls, and the refused ones that the witness wrote down. */
@Injectable()
export class CertificationEvidence {
  constructor(private readonly database: Database) {}

  async of(run: WatchedRun): Promise<Evidence> {
    const [calls, refusals] = await Promise.all([this.calls(run), this.refusals(run.id)]);
    return { calls, refusals };
  }

  private async calls({ bankId, keyId, startedAt }: WatchedRun): Promise<ObservedCall[]> {
    const rows = await this.database.screen<{
      method: string;
      request_target: string;
      request_id: string;
      http_status: number;
      code: string | null;
      replayed: boolean;
      bank_reference: string | null;
      response_body: string | null;
      snap_partner_id: number | null;
    }>(
      `SELECT method, request_target, request_id, http_status, code, replayed, bank_reference, response_body, snap_partner_id
       FROM payment_transaction
       WHERE bank_id = $1 AND received_at >= $2 AND request_id NOT LIKE '${OWN_TEST_PREFIX}%' AND ($3::bigint IS NULL OR key_id = $3 OR snap_partner_id IS NOT NULL)
       ORDER BY received_at DESC, id DESC LIMIT ${String(MAX_CALLS)}`,
      [bankId, startedAt, keyId],
    );
    return rows.reverse().map((row) => ({
      protocol: row.snap_partner_id === null ? 'NATIVE' : 'SNAP',
      method: row.method,
      path: row.request_target.split('?', 1)[0] ?? '',
      requestId: row.request_id,
      httpStatus: row.http_status,
      code: row.code,
      replayed: row.replayed,
      bankReference: row.bank_reference,
      responseBody: row.response_body,
    }));
  }

  private async refusals(runId: number): Promise<Evidence['refusals']> {
    const rows = await this.database.screen<
      RowOf<CertificationRefusal, 'protocol' | 'path' | 'requestId' | 'httpStatus' | 'problems'>
    >(
      'SELECT protocol, path, request_id, http_status, problems FROM certification_refusal WHERE run_id = $1 ORDER BY id',
      [runId],
    );
    return rows.map(({ request_id: requestId, http_status: httpStatus, ...row }) => ({
      ...row,
      requestId,
      httpStatus,
    }));
  }
}
