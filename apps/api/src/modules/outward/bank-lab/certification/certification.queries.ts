import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { CertificationState } from '@tirtapay/domain';
import { Clock } from '../../../../platform/clock';
import { currentLanguage } from '../../../../platform/context';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { Bank } from '../../../bank-gateway/registry';
import type { CertificationDto } from '../dto/certification.dto';
import { RUN_MILLISECONDS } from './certification-runs.service';
import { titleOf } from './judge';
import type { ScenarioResult } from './scenario';

export interface RunRow {
  id: number;
  bank_id: number;
  bank_code: string;
  bank_name: string;
  status: CertificationState;
  key_id: string | null;
  started_by: number | null;
  started_by_name: string | null;
  started_at: Date;
  finished_at: Date | null;
  scenarios: ScenarioResult[];
}

const SELECT = `
  SELECT r.id, r.bank_id, b.code AS bank_code, b.name AS bank_name, r.status, k.key_id, r.started_by, u.name AS started_by_name,
    r.started_at, r.finished_at, r.scenarios
  FROM certification_run r JOIN bank_integration b ON b.id = r.bank_id
  LEFT JOIN bank_api_key k ON k.id = r.key_id LEFT JOIN orang u ON u.id = r.started_by`;
const MAX_RUNS = 50;

/** Certification runs as the console shows them. */
@Injectable()
export class CertificationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @InjectRepository(Bank) private readonly banks: Repository<Bank>,
  ) {}

  /** The newest runs of a bank. @throws Problem bank.not_found */
  async ofBank(bankId: number): Promise<CertificationDto[]> {
    if (!(await this.banks.existsBy({ id: bankId }))) throw new Problem('bank.not_found');
    const rows = await this.database.screen<RunRow>(
      `${SELECT} WHERE r.bank_id = $1 ORDER BY r.id DESC LIMIT ${String(MAX_RUNS)}`,
      [bankId],
    );
    return Promise.all(rows.map((row) => this.toDto(row)));
  }

  async one(id: number): Promise<CertificationDto> {
    return this.toDto(await this.row(id));
  }

  /** The row ids of the calls that decided, by request id, as far as the log has them. */
  private async callsOf({
    bank_id: bankId,
    started_at: start,
    scenarios,
  }: RunRow): Promise<Map<string, number>> {
    const wanted = scenarios.flatMap(({ requestId }) => (requestId === null ? [] : [requestId]));
    if (wanted.length === 0) return new Map();
    const rows = await this.database.screen<{ id: number; request_id: string }>(
      `SELECT max(id) AS id, request_id FROM payment_transaction
       WHERE bank_id = $1 AND received_at BETWEEN $2 AND $3 AND request_id = ANY($4) GROUP BY request_id`,
      [bankId, start, new Date(start.getTime() + RUN_MILLISECONDS), wanted],
    );
    return new Map(rows.map(({ id, request_id: requestId }) => [requestId, id]));
  }

  /** @throws Problem certification.not_found */
  async row(id: number): Promise<RunRow> {
    const [row] = await this.database.screen<RunRow>(`${SELECT} WHERE r.id = $1`, [id]);
    if (row === undefined) throw new Problem('certification.not_found');
    return row;
  }

  private async toDto(row: RunRow): Promise<CertificationDto> {
    const language = currentLanguage();
    const calls = await this.callsOf(row);
    return {
      id: row.id,
      bank_id: row.bank_id,
      status: row.status,
      key_id: row.key_id,
      started_by: row.started_by === null ? null : { id: row.started_by, name: row.started_by_name ?? '' },
      started_at: this.clock.textOf(row.started_at),
      finished_at: this.clock.textOf(row.finished_at),
      ends_at: this.clock.text(row.started_at.getTime() + RUN_MILLISECONDS),
      scenarios: row.scenarios.map(({ code, status, reason, requestId }) => ({
        code,
        title: titleOf(code)[language],
        status,
        reason: reason === null ? null : reason[language],
        request_id: requestId,
        call_id: requestId === null ? null : (calls.get(requestId) ?? null),
      })),
    };
  }
}
