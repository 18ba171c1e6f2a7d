import { Injectable } from '@nestjs/common';
import type { VerificationStep } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import { Database, type Tx } from '../../../platform/database';
import { Problem, Sentence } from '../../../platform/problem';
import { FirstLooks } from './first-looks';
import type { DecideReadingBody } from './dto/reading.request';
import { verifyProblem, type VerifyRefusal } from './refusals';
import type { JudgedReading, StoredReading } from './verifiable-reading';
import { VerifyReadings } from './verify-readings.service';
import { READING_SAYS } from './sentences';

/** One reading, one person, one decision. */
@Injectable()
export class DecideReading {
  constructor(
    private readonly database: Database,
    private readonly readings: VerifyReadings,
    private readonly looks: FirstLooks,
  ) {}

  async decide(id: number, body: DecideReadingBody): Promise<void> {
    const refusal = await this.database.transaction((tx) => this.write(tx, id, body));
    if (refusal !== null) throw verifyProblem(refusal);
  }

  /** @returns a refusal that leaves something behind: figures found again, so that the next look sees them */
  private async write(tx: Tx, id: number, body: DecideReadingBody): Promise<VerifyRefusal | null> {
    const note = body.note ?? null;
    const [judged] = await this.readings.lock(tx, [id], note !== null);
    if (judged === undefined) throw new Problem('reading.not_found');
    const { reading } = judged;
    if (reading.status === 'VERIFIED') throw await changedMeanwhile(tx, reading, 'reading.locked');
    if (reading.version !== body.version) throw await changedMeanwhile(tx, reading);
    if (body.decision === 'VERIFY' && judged.refusal !== null) {
      await this.readings.refreshOutdated(tx, [judged]);
      return judged.refusal;
    }
    let action = 'reading.sent_back';
    if (body.decision === 'REREAD') await this.askAgain(tx, judged, note);
    else if (await this.looks.completes(tx, reading, note)) {
      await this.readings.verify(tx, [reading], { note, batchId: null });
      action = 'reading.verified';
    } else action = 'reading.looked_at';
    await writeAudit(tx, {
      action,
      entityType: 'meter_reading',
      entityId: id,
      before: { status: reading.status },
      after: { decision: body.decision, severity: reading.severity, reasons: reading.reasons, note },
    });
    return null;
  }

  private async askAgain(tx: Tx, { reading }: JudgedReading, note: string | null): Promise<void> {
    if (reading.status === 'REREAD')
      throw new Problem('reading.not_verifiable', { detail: READING_SAYS.beingReadAgain });
    if (note === null) throw new Problem('reading.note_required', { detail: READING_SAYS.whatToLookFor });
    await this.readings.decide(tx, [reading], { decision: 'REREAD', note, batchId: null });
  }
}

/** Somebody else was quicker: what the reading is now, and whose decision made it so. */
async function changedMeanwhile(
  tx: Tx,
  reading: StoredReading,
  code: 'version.conflict' | 'reading.locked' = 'version.conflict',
): Promise<Problem> {
  const [last] = await tx.query<{ decision: VerificationStep; name: string | null; note: string | null }>(
    `SELECT v.decision, o.name, v.note FROM verification v LEFT JOIN orang o ON o.id = v.decided_by
     WHERE v.reading_id = $1 ORDER BY v.id DESC LIMIT 1`,
    [reading.id],
  );
  const { status, current_stand, usage_m3, severity, version } = reading;
  return new Problem(code, {
    detail: Sentence.joined([
      READING_SAYS.standNow(current_stand),
      READING_SAYS.stateNow[status],
      ...(last?.name == null ? [] : [READING_SAYS.decidedBy(last.name)]),
    ]),
    members: { current: { status, current_stand, usage_m3, severity, version, decision: last ?? null } },
  });
}
