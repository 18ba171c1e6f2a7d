import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database, type Tx } from '../../../../platform/database';
import type { SpooledBody } from '../../../../platform/http';
import type { CheckTakeoverQuery } from '../dto/takeover.dto';
import { digestOf, readTakeover, type ReadOutcome } from '../reading/read-takeover';
import { TakeoverChecks } from '../reading/takeover-checks';
import { longReading } from './long-reading';

/** Looks at a file: what it is, how its columns are read, every row that is wrong. Nothing of it is stored but that. */
@Injectable()
export class CheckFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checks: TakeoverChecks,
  ) {}

  /** @returns the check, by whose id the file can be imported */
  async execute(body: SpooledBody, query: CheckTakeoverQuery): Promise<number> {
    const sha256 = await digestOf(body);
    return this.database.transaction(async (tx) => {
      await longReading(tx);
      const restoreZeros = query.zeros === 'RESTORE';
      const columns = query.columns?.split(',') ?? null;
      const reading = { kind: query.kind, columns, restoreZeros, today: this.clock.businessDate() };
      const outcome = await readTakeover(tx, body, reading, this.checks);
      return this.store(tx, query, sha256, outcome);
    }, 'report');
  }

  private async store(
    tx: Tx,
    query: CheckTakeoverQuery,
    sha256: string,
    outcome: ReadOutcome,
  ): Promise<number> {
    const { findings } = outcome;
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO pengambilalihan (kind, file_name, sha256, state, detected, columns, restore_zeros, rows_read, rows_refused,
         findings_total, amount, checked_by, checked_at)
       VALUES ($1, $2, $3, 'CHECKED', $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [
        query.kind,
        query.file_name,
        sha256,
        JSON.stringify(outcome.detected),
        outcome.columns,
        query.zeros === 'RESTORE',
        outcome.rows,
        findings.refused,
        findings.total,
        outcome.amount,
        currentStaff().id,
        this.clock.date(),
      ],
    );
    const kept = [...findings.kept].sort((a, b) => a.line - b.line);
    await tx.query(
      `INSERT INTO pengambilalihan_temuan (batch_id, line, field, code, found, suggestion, refuses)
       SELECT $1, f.* FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[]) AS f`,
      [
        id,
        kept.map(({ line }) => line),
        kept.map(({ field }) => field),
        kept.map(({ code }) => code),
        kept.map(({ found }) => found),
        kept.map(({ suggestion }) => suggestion),
        kept.map(({ refuses }) => refuses),
      ],
    );
    await writeAudit(tx, {
      action: 'takeover.checked',
      entityType: 'pengambilalihan',
      entityId: id,
      after: {
        kind: query.kind,
        file_name: query.file_name,
        sha256,
        rows: outcome.rows,
        refused: findings.refused,
      },
    });
    return id;
  }
}
