import { Injectable } from '@nestjs/common';
import { Database, type RowOf } from '../../../../platform/database';
import { AgreeOldDays } from '../days/agree-old-days.service';
import type { AgreementDto } from '../dto/agreement.dto';
import type { SettlementAgreement } from '../entities/settlement-agreement.entity';
import type { OldDays } from '../entities/old-days.entity';
import { statementOwner } from '../statements/statement-owner';
import { SettlementCalendars } from './settlement-calendars';

/** What was agreed with a bank, supplier or partner about its days. */
@Injectable()
export class AgreementQueries {
  constructor(
    private readonly database: Database,
    private readonly calendars: SettlementCalendars,
    private readonly oldDays: AgreeOldDays,
  ) {}

  /** @throws Problem reconciliation.collector_not_found */
  async of(bankId: number): Promise<AgreementDto> {
    const reader = { query: this.database.screen.bind(this.database) };
    const owner = await statementOwner(reader, bankId);
    const calendar = await this.calendars.of(reader, bankId);
    return {
      bank_id: bankId,
      bank_name: owner.name,
      statement: owner.kind,
      reconcile_from: calendar?.reconcileFrom ?? null,
      terms: await this.terms(bankId),
      holidays: await this.database.screen<{ day: string; name: string }>(
        'SELECT day, name FROM hari_libur_bank WHERE collector_id = $1 ORDER BY day DESC LIMIT 200',
        [bankId],
      ),
      mappings: await this.database.screen<AgreementDto['mappings'][number] & object>(
        `SELECT DISTINCT ON (name) id, name, version, mapping FROM pemetaan_berkas WHERE collector_id = $1 ORDER BY name, version DESC`,
        [bankId],
      ),
      old_days: await this.agreed(bankId),
      old_days_due:
        calendar === null || owner.kind !== 'BANK' ? 0 : await this.oldDays.due(reader, bankId, calendar),
    };
  }

  private async terms(bankId: number): Promise<AgreementDto['terms']> {
    const rows = await this.database.screen<RowOf<SettlementAgreement, keyof SettlementAgreement> & object>(
      `SELECT valid_from, cutoff, rest_days, lag_days, fee_per_payment, mdr_ppm, source, own_account FROM ketentuan_setelmen
       WHERE collector_id = $1 ORDER BY valid_from DESC`,
      [bankId],
    );
    return rows.map((row) => ({
      valid_from: row.valid_from,
      cutoff: row.cutoff,
      settles_saturdays: !row.rest_days.includes(6),
      settles_sundays: !row.rest_days.includes(0),
      qris_lag_days: row.lag_days.QRIS ?? 0,
      fee_per_payment: row.fee_per_payment,
      mdr_ppm: row.mdr_ppm,
      source: row.source,
      own_account: row.own_account,
    }));
  }

  private async agreed(bankId: number): Promise<AgreementDto['old_days']> {
    const [row] = await this.database.screen<
      RowOf<OldDays, 'through' | 'due' | 'agreed' | 'letter'> & { readonly claimed: number }
    >(
      'SELECT through, due, agreed, due - agreed AS claimed, letter FROM rekonsiliasi_awal WHERE collector_id = $1',
      [bankId],
    );
    return row ?? null;
  }
}
