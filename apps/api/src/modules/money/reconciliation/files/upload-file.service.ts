import { Injectable } from '@nestjs/common';
import type { ReadSettlementOptions } from '@tirtapay/bank-protocol';
import {
  businessDate,
  nextSettlementDay,
  previousSettlementDay,
  type SettlementMapping,
  type SettlementReading,
} from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentActor } from '../../../../platform/context';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { SettlementCalendars, type StatementCalendar } from '../calendar/settlement-calendars';
import { fileCame } from '../days/missing-file';
import { OpenDay } from '../days/open-day.service';
import type { FilePreviewDto, PreviewFileQuery, UploadedFileDto, UploadFileQuery } from '../dto/file.dto';
import type { FileMapping } from '../entities/file-mapping.entity';
import type { StoredFile } from '../entities/stored-file.entity';
import { RunMatching } from '../matching/run-matching.service';
import { HAS_STATEMENT } from '../statements/statement-owner';
import { keepAdjusted } from './keep-adjusted';
import { readOnly, storeLines, type FileToRead } from './store-lines';

/** Nothing of the file is kept: it has questions, errors, or stands here already. */
class NotStored extends Error {
  constructor(readonly outcome: UploadedFileDto) {
    super('not stored');
  }
}

/** Takes a statement's file: what it seems to be first, then all of it or nothing. */
@Injectable()
export class UploadFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: SettlementCalendars,
    private readonly days: OpenDay,
    private readonly matching: RunMatching,
  ) {}

  /** Stores nothing. @throws Problem reconciliation.not_begun, reconciliation.mapping_not_found */
  async preview(body: FileToRead, query: PreviewFileQuery): Promise<FilePreviewDto> {
    const calendar = await this.database.transaction(
      (tx) => this.calendars.begun(tx, query.bank_id),
      'screen',
    );
    const reading = await readOnly(body, await this.options(query));
    const date = dayOf(reading, calendar);
    const [known] = await this.database.screen<RowOf<StoredFile, 'id'>>(
      'SELECT id FROM berkas_rekonsiliasi WHERE collector_id = $1 AND sha256 = $2',
      [query.bank_id, reading.file.sha256],
    );
    const [day] =
      date === null
        ? []
        : await this.database.screen<{ file_id: number | null; state: string }>(
            'SELECT file_id, state FROM rekonsiliasi WHERE collector_id = $1 AND settlement_date = $2',
            [query.bank_id, date],
          );
    return {
      reading,
      settlement_date: date,
      stored_as: known?.id ?? null,
      supersedes: known === undefined ? (day?.file_id ?? null) : null,
      day_closed: day?.state === 'CLOSED',
    };
  }

  /**
   * Stores the file and puts its day against it. The same bytes again change nothing; another file of the day supersedes
   * the first, and both stay.
   * @throws Problem reconciliation.closed, reconciliation.other_day, reconciliation.not_begun, request.invalid
   */
  async upload(body: FileToRead, query: UploadFileQuery): Promise<UploadedFileDto> {
    const options = await this.options(query);
    try {
      return await this.database.transaction(async (tx) => {
        await tx.query("SET LOCAL statement_timeout = '10min'");
        await tx.query("SET LOCAL idle_in_transaction_session_timeout = '2min'");
        return this.store(tx, body, query, options);
      }, 'report');
    } catch (error) {
      if (error instanceof NotStored) return error.outcome;
      throw error;
    }
  }

  private async store(
    tx: Tx,
    body: FileToRead,
    query: UploadFileQuery,
    options: ReadSettlementOptions,
  ): Promise<UploadedFileDto> {
    const day = await this.days.lock(tx, query.bank_id, query.settlement_date);
    const calendar = await this.calendars.begun(tx, query.bank_id);
    const { id: fileId } = await tx.one<{ id: number }>(
      "SELECT nextval(pg_get_serial_sequence('berkas_rekonsiliasi', 'id')) AS id",
    );
    const reading = await storeLines(tx, fileId, body, options);
    const outcome = {
      reading,
      stored: false,
      known: false,
      file_id: null,
      reconciliation_id: null,
      supersedes: null,
    };
    const known = await this.known(tx, query.bank_id, reading.file.sha256);
    if (known !== null) throw new NotStored({ ...outcome, ...known, known: true });
    if (!reading.storable) throw new NotStored(outcome);
    if (day.state === 'CLOSED') throw new Problem('reconciliation.closed');
    await this.assertOfDay(tx, fileId, calendar, query.settlement_date);
    await this.replace(tx, fileId, query, reading);
    await keepAdjusted(tx, day.id, fileId);
    await tx.query('UPDATE rekonsiliasi SET file_id = $2 WHERE id = $1', [day.id, fileId]);
    await this.days.note(tx, day.id, 'FILE', {
      file_id: fileId,
      file_name: query.file_name,
      sha256: reading.file.sha256,
      supersedes: day.file_id,
    });
    await writeAudit(tx, {
      action: 'settlement_file.stored',
      entityType: 'berkas_rekonsiliasi',
      entityId: fileId,
      after: {
        file_name: query.file_name,
        sha256: reading.file.sha256,
        settlement_date: query.settlement_date,
        supersedes: day.file_id,
      },
    });
    await fileCame(tx, day.id, this.clock.date());
    await this.matching.within(tx, { ...day, file_id: fileId });
    return { ...outcome, stored: true, file_id: fileId, reconciliation_id: day.id, supersedes: day.file_id };
  }

  private async known(
    tx: Tx,
    bankId: number,
    sha256: string,
  ): Promise<{ file_id: number; reconciliation_id: number | null } | null> {
    const [file] = await tx.query<{ file_id: number; reconciliation_id: number | null }>(
      `SELECT f.id AS file_id, r.id AS reconciliation_id FROM berkas_rekonsiliasi f
       LEFT JOIN rekonsiliasi r ON r.collector_id = f.collector_id AND r.settlement_date = f.settlement_date
       WHERE f.collector_id = $1 AND f.sha256 = $2`,
      [bankId, sha256],
    );
    return file ?? null;
  }

  private async replace(
    tx: Tx,
    fileId: number,
    query: UploadFileQuery,
    reading: SettlementReading,
  ): Promise<void> {
    const now = this.clock.date();
    await tx.query(
      `UPDATE berkas_rekonsiliasi SET superseded_at = $3
       WHERE collector_id = $1 AND settlement_date = $2 AND superseded_at IS NULL`,
      [query.bank_id, query.settlement_date, now],
    );
    const actor = currentActor();
    await tx.query(
      `INSERT INTO berkas_rekonsiliasi (id, collector_id, settlement_date, file_name, sha256, file, line_count, credit_total, debit_total,
         uploaded_by, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        fileId,
        query.bank_id,
        query.settlement_date,
        query.file_name,
        reading.file.sha256,
        JSON.stringify(reading.file),
        reading.credits.count + reading.debits.count,
        reading.credits.total,
        reading.debits.total,
        actor.kind === 'USER' ? actor.id : null,
        now,
      ],
    );
  }

  /** A file is of one day of the bank; its neighbours may be in it, for what was booked around the cut-off. */
  private async assertOfDay(
    tx: Tx,
    fileId: number,
    calendar: StatementCalendar,
    date: string,
  ): Promise<void> {
    const day = businessDate(date);
    const [other] = await tx.query<{ line: number; booked_on: string }>(
      `SELECT line, booked_on FROM berkas_rekonsiliasi_baris WHERE file_id = $1 AND booked_on NOT BETWEEN $2 AND $3
       ORDER BY line LIMIT 1`,
      [fileId, previousSettlementDay(day, calendar), nextSettlementDay(day, calendar)],
    );
    const [own] = await tx.query(
      'SELECT 1 FROM berkas_rekonsiliasi_baris WHERE file_id = $1 AND booked_on = $2 LIMIT 1',
      [fileId, date],
    );
    const [any] = await tx.query(
      'SELECT 1 FROM berkas_rekonsiliasi_baris WHERE file_id = $1 AND booked_on IS NOT NULL LIMIT 1',
      [fileId],
    );
    if (other !== undefined) throw new Problem('reconciliation.other_day', { members: other });
    if (own === undefined && any !== undefined) throw new Problem('reconciliation.other_day');
  }

  private async options({
    bank_id: bankId,
    mapping_id: mappingId,
    answers,
  }: PreviewFileQuery): Promise<ReadSettlementOptions> {
    const [owner] = await this.database.screen<{ va_prefix: string | null; others: string[] }>(
      `SELECT (SELECT b.va_prefix FROM bank_integration b WHERE b.id = c.id) AS va_prefix,
         ARRAY(SELECT o.series FROM penerima o WHERE o.id <> c.id
           AND o.series IS DISTINCT FROM (SELECT y.code FROM penyedia y WHERE y.collector_id = c.id)) AS others
       FROM penerima c WHERE c.id = $1 AND ${HAS_STATEMENT}`,
      [bankId],
    );
    if (owner === undefined) throw new Problem('reconciliation.collector_not_found');
    return {
      vaPrefix: owner.va_prefix,
      otherBanks: owner.others,
      mapping: mappingId === undefined ? null : await this.mapping(bankId, mappingId),
      answers: (answers === undefined ? [] : answers.split(',')).map((answer) => {
        const [position = '', value = ''] = answer.split(':');
        return { position: Number(position), value: value as never };
      }),
    };
  }

  private async mapping(bankId: number, id: number): Promise<SettlementMapping> {
    const [row] = await this.database.screen<RowOf<FileMapping, 'mapping'>>(
      'SELECT mapping FROM pemetaan_berkas WHERE id = $1 AND collector_id = $2',
      [id, bankId],
    );
    if (row === undefined) throw new Problem('reconciliation.mapping_not_found');
    return row.mapping;
  }
}

/** The last day the file speaks of, when the bank settles on it. */
function dayOf({ file }: SettlementReading, calendar: StatementCalendar): string | null {
  if (file.period === null) return null;
  return file.period.to >= calendar.reconcileFrom ? file.period.to : null;
}
