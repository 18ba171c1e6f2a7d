import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  businessDate,
  EMPTY_MAPPING,
  endBefore,
  isBusinessDate,
  mappingProblems,
  type SettlementMapping,
} from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentStaff } from '../../../../platform/context';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { FollowUps, RequestApproval } from '../../../ground/approvals';
import type { AddHolidayBody, AgreeTermsBody, SaveMappingBody } from '../dto/agreement.dto';
import type { SettlementAgreement } from '../entities/settlement-agreement.entity';
import { RECONCILIATION_SAYS } from '../sentences';
import { statementOwner, type StatementOwner } from '../statements/statement-owner';
import { agreedTerms } from './agreed-terms';
import { assertNobodyElseKeeps } from './keeper-of-our-account';
import { SettlementCalendars } from './settlement-calendars';

export const TERMS_APPROVAL = 'settlement_terms';

/** What a second person is shown and what is carried out, with the terms it takes the place of. */
type AskedTerms = Omit<AgreeTermsBody, 'reason'> &
  Required<Pick<AgreeTermsBody, 'source' | 'own_account'>> & { readonly before?: object };

/**
 * What is agreed with a bank, supplier or partner about its days, and how its files are read. Its terms say what a bank may keep
 * of a payment without anybody asking why, and on which day money is expected: so two people agree on them.
 */
@Injectable()
export class AgreeTerms implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: SettlementCalendars,
    private readonly followUps: FollowUps,
    private readonly approvals: RequestApproval,
  ) {}

  onModuleInit(): void {
    this.followUps.onRow(TERMS_APPROVAL, {
      approved: (tx, { entityId, payload, ...by }) => this.carryOut(tx, entityId, payload as AskedTerms, by),
    });
  }

  /**
   * The first terms say from which day it is reconciled; later ones begin after today, so that no posting moves to
   * another day.
   * @throws Problem reconciliation.collector_not_found, reconciliation.ended, request.invalid, approval.pending
   */
  request(bankId: number, { reason, ...body }: AgreeTermsBody): Promise<number> {
    return this.database.transaction(async (tx) => {
      const owner = await this.checked(tx, bankId, body);
      const before = await this.heldNow(tx, bankId);
      return this.approvals.request(tx, {
        kind: TERMS_APPROVAL,
        entityType: 'ketentuan_setelmen',
        entityId: bankId,
        summary: `${before === null ? 'Rekonsiliasi' : 'Ketentuan setelmen'} ${owner.name} mulai ${body.valid_from}`,
        payload: { ...asked(body), ...(before !== null && { before }) },
        reason,
      });
    });
  }

  /** Asked again of the day on which it is decided. */
  private async carryOut(
    tx: Tx,
    bankId: number,
    body: AskedTerms,
    by: { readonly approvalId: number; readonly madeBy: number; readonly decidedBy: number },
  ): Promise<void> {
    await this.checked(tx, bankId, body);
    const before = await this.heldNow(tx, bankId);
    const restDays = [...(body.settles_sundays ? [] : [0]), ...(body.settles_saturdays ? [] : [6])];
    const added = await tx.execute(
      `INSERT INTO ketentuan_setelmen (collector_id, valid_from, cutoff, rest_days, lag_days, fee_per_payment, mdr_ppm, source, own_account,
         made_by, made_at, approval_id, decided_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING`,
      [
        bankId,
        body.valid_from,
        body.cutoff,
        restDays,
        JSON.stringify(body.qris_lag_days === 0 ? {} : { QRIS: body.qris_lag_days }),
        body.fee_per_payment,
        body.mdr_ppm,
        body.source,
        body.own_account,
        by.madeBy,
        this.clock.date(),
        by.approvalId,
        by.decidedBy,
      ],
    );
    if (added === 0) throw invalid('/valid_from', RECONCILIATION_SAYS.termsTooEarly);
    const { before: _, ...after } = body;
    await writeAudit(tx, {
      action: 'settlement_terms.agreed',
      entityType: 'penerima',
      entityId: bankId,
      ...(before !== null && { before }),
      after,
    });
  }

  /** @throws Problem reconciliation.collector_not_found, reconciliation.ended, request.invalid */
  private async checked(
    tx: Tx,
    bankId: number,
    body: Omit<AgreeTermsBody, 'reason'>,
  ): Promise<StatementOwner> {
    const owner = await this.lockOwner(tx, bankId);
    if (owner.kind !== 'BANK') assertPlain(body);
    const [known] = await tx.query<{ taken: boolean }>(
      'SELECT bool_or(valid_from = $2) AS taken FROM ketentuan_setelmen WHERE collector_id = $1 GROUP BY collector_id',
      [bankId, body.valid_from],
    );
    if (known !== undefined && (known.taken || body.valid_from <= this.clock.businessDate()))
      throw invalid('/valid_from', RECONCILIATION_SAYS.termsTooEarly);
    await this.assertNotEnded(tx, bankId, body.valid_from);
    if (body.own_account === true) await assertNobodyElseKeeps(tx, bankId, body.valid_from, '/own_account');
    return owner;
  }

  /** The terms that would hold on without the new ones, as they would be asked for; null before the first. */
  private async heldNow(tx: Tx, bankId: number): Promise<Omit<AskedTerms, 'before'> | null> {
    const [row] = await tx.query<RowOf<SettlementAgreement, keyof SettlementAgreement> & object>(
      'SELECT * FROM ketentuan_setelmen WHERE collector_id = $1 ORDER BY valid_from DESC LIMIT 1',
      [bankId],
    );
    return row === undefined ? null : agreedTerms(row);
  }

  /** Terms from a day behind the end would hold for days of which nothing is expected. */
  private async assertNotEnded(tx: Tx, bankId: number, from: string): Promise<void> {
    const ends = (await this.calendars.of(tx, bankId))?.ends ?? [];
    if (isBusinessDate(from) && endBefore(businessDate(from), ends) !== null)
      throw new Problem('reconciliation.ended');
  }

  /** @throws Problem reconciliation.collector_not_found, request.invalid for a day that is over */
  addHoliday(bankId: number, { day, name }: AddHolidayBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.lockOwner(tx, bankId);
      this.assertAhead(day);
      await tx.query(
        `INSERT INTO hari_libur_bank (collector_id, day, name, made_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (collector_id, day) DO UPDATE SET name = excluded.name, made_by = excluded.made_by`,
        [bankId, day, name, currentStaff().id],
      );
      await writeAudit(tx, {
        action: 'bank_holiday.added',
        entityType: 'penerima',
        entityId: bankId,
        after: { day, name },
      });
    });
  }

  /** @throws Problem reconciliation.collector_not_found, request.invalid for a day that is over */
  removeHoliday(bankId: number, day: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.lockOwner(tx, bankId);
      this.assertAhead(day);
      await tx.query('DELETE FROM hari_libur_bank WHERE collector_id = $1 AND day = $2', [bankId, day]);
      await writeAudit(tx, {
        action: 'bank_holiday.removed',
        entityType: 'penerima',
        entityId: bankId,
        before: { day },
      });
    });
  }

  /** A saved mapping is never changed: the same name is its next version. @throws Problem reconciliation.collector_not_found, request.invalid */
  saveMapping(bankId: number, { name, mapping }: SaveMappingBody): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.lockOwner(tx, bankId);
      const { version } = await tx.one<{ version: number }>(
        'SELECT coalesce(max(version), 0)::int + 1 AS version FROM pemetaan_berkas WHERE collector_id = $1 AND name = $2',
        [bankId, name],
      );
      const stored = checkedMapping(mapping, name, version);
      const { id } = await tx.one<{ id: number }>(
        `INSERT INTO pemetaan_berkas (collector_id, name, version, mapping, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [bankId, name, version, JSON.stringify(stored), currentStaff().id, this.clock.date()],
      );
      await writeAudit(tx, {
        action: 'file_mapping.saved',
        entityType: 'pemetaan_berkas',
        entityId: id,
        after: { name, version },
      });
    });
  }

  private async lockOwner(tx: Tx, collectorId: number): Promise<StatementOwner> {
    await tx.query('SELECT FROM penerima WHERE id = $1 FOR NO KEY UPDATE', [collectorId]);
    return statementOwner(tx, collectorId);
  }

  private assertAhead(day: string): void {
    if (!isBusinessDate(day) || day <= this.clock.businessDate())
      throw invalid('/day', RECONCILIATION_SAYS.tooLate);
  }
}

/** Of people, so of any shape: what a mapping must have is said by the domain, what it has beside is left out. */
function checkedMapping(text: string, name: string, version: number): SettlementMapping {
  try {
    const mapping = { ...EMPTY_MAPPING, ...(JSON.parse(text) as Partial<SettlementMapping>), name, version };
    if (mappingProblems(mapping).length === 0) return mapping;
  } catch {
    // Not JSON, or a list in a place where none can be.
  }
  throw invalid('/mapping', RECONCILIATION_SAYS.badMapping);
}

/** With what was left to us said as well. */
function asked(body: Omit<AgreeTermsBody, 'reason'>): AskedTerms {
  return { ...body, source: body.source ?? 'UPLOAD', own_account: body.own_account ?? false };
}

/** Only a bank keeps something of payments, settles channels apart, keeps our account or has a service to be asked. */
function assertPlain(body: Omit<AgreeTermsBody, 'reason'>): void {
  const wrong = (
    [
      ['/fee_per_payment', body.fee_per_payment !== null],
      ['/mdr_ppm', body.mdr_ppm !== null],
      ['/qris_lag_days', body.qris_lag_days !== 0],
      ['/own_account', body.own_account === true],
      ['/source', (body.source ?? 'UPLOAD') !== 'UPLOAD'],
    ] as const
  ).find(([, given]) => given);
  if (wrong !== undefined) throw invalid(wrong[0], RECONCILIATION_SAYS.onlyOfBanks);
}

function invalid(
  pointer: string,
  message: (typeof RECONCILIATION_SAYS)[keyof typeof RECONCILIATION_SAYS],
): Problem {
  return new Problem('request.invalid', { errors: [{ pointer, code: 'out_of_range', message }] });
}
