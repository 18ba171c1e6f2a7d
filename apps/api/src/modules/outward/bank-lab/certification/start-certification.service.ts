import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentUserId } from '../../../../platform/context';
import { Database, violatedConstraint, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { openForCertification } from '../../../bank-gateway/registry';
import type { StartCertificationBody } from '../dto/certification.dto';
import { RUN_MILLISECONDS } from './certification-runs.service';
import { scenariosFor } from './judge';
import { RefusalWitness } from './refusal-witness';

interface Doors {
  native: boolean;
  snap: boolean;
  snap_token: boolean;
  key_known: boolean;
}

/** Begins to watch a bank; which scenarios it has to show follows from the credentials it has at this moment. */
@Injectable()
export class StartCertification {
  constructor(
    private readonly database: Database,
    private readonly witness: RefusalWitness,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the run
   * @throws Problem bank.not_found, bank.key_not_found (also for a bank without any live credential), certification.running
   */
  async start(bankId: number, body: StartCertificationBody): Promise<number> {
    const id = await this.database.transaction(async (tx) => {
      const doors = await this.doorsOf(tx, bankId, body.key_id ?? null);
      const scenarios = scenariosFor({ native: doors.native, snap: doors.snap, snapToken: doors.snap_token });
      if (!doors.key_known || scenarios.length === 0) throw new Problem('bank.key_not_found');
      const startedAt = this.clock.date();
      const run = await tx
        .one<{ id: number }>(
          `INSERT INTO certification_run (bank_id, status, scenarios, key_id, started_by, started_at)
           VALUES ($1, 'RUNNING', $2, $3, $4, $5) RETURNING id`,
          [bankId, JSON.stringify(scenarios), body.key_id ?? null, currentUserId(), startedAt],
        )
        .catch((error: unknown) => {
          if (violatedConstraint(error) === 'certification_run_one_open')
            throw new Problem('certification.running');
          throw error;
        });
      const runId = run.id;
      await openForCertification(tx, bankId, new Date(startedAt.getTime() + RUN_MILLISECONDS));
      await writeAudit(tx, {
        action: 'certification.started',
        entityType: 'certification_run',
        entityId: runId,
        after: { bank_id: bankId, key_id: body.key_id ?? null },
      });
      return runId;
    });
    this.witness.forget();
    return id;
  }

  private async doorsOf(tx: Tx, bankId: number, keyId: number | null): Promise<Doors> {
    const [doors] = await tx.query<Doors>(
      `SELECT EXISTS (SELECT FROM bank_api_key k WHERE k.bank_id = b.id AND k.status = 'ACTIVE' AND k.protocol = 'NATIVE') AS native,
         EXISTS (SELECT FROM snap_partner p WHERE p.bank_id = b.id AND p.status = 'ACTIVE') AS snap,
         EXISTS (SELECT FROM snap_partner p WHERE p.bank_id = b.id AND p.status = 'ACTIVE' AND p.mode = 'SYMMETRIC') AS snap_token,
         ($2::bigint IS NULL OR EXISTS (SELECT FROM bank_api_key k WHERE k.id = $2 AND k.bank_id = b.id AND k.status = 'ACTIVE'
           AND k.protocol = 'NATIVE')) AS key_known
       FROM bank_integration b WHERE b.id = $1`,
      [bankId, keyId],
    );
    if (doors === undefined) throw new Problem('bank.not_found');
    return doors;
  }
}
