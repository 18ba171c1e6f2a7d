import { Injectable } from '@nestjs/common';
import type { ReadSettlementOptions } from '@tirtapay/bank-protocol';
import type { SettlementMapping, SettlementReading } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentActor } from '../../../../platform/context';
import { Database, type RowOf, type Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { SettlementCalendars, type StatementCalendar } from '../calendar/settlement-calendars';
import { unlessFoundElsewhere } from '../days/found-elsewhere';
import { fileCame } from '../days/missing-file';
import type { LockedDay } from '../days/lock-day';
import { OpenDay } from '../days/open-day.service';
import type { FilePreviewDto, PreviewFileQuery, UploadedFileDto, UploadFileQuery } from '../dto/file.dto';
import type { FileMapping } from '../entities/file-mapping.entity';
import { RunMatching } from '../matching/run-matching.service';
import { HAS_STATEMENT } from '../statements/statement-owner';
import { assertOfDay } from './assert-of-day';
import { keepAdjusted } from './keep-adjusted';
import { answersOf, knownFile } from './known-file';
import { readOnly, storeLines, type FileToRead } from './store-lines';

/** Nothing of what was read is kept: it has questions, errors, or stands here already. */
class NotStored extends Error {
  constructor(
    readonly outcome: UploadedFileDto,
    /** The file of that day with these bytes, which another has superseded. */
    readonly superseded: number | null = null,
  ) {
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
    const reader = { query: this.database.screen.bind(this.database) };
    const known = await knownFile(reader, {
      collectorId: query.bank_id,
      date,
      file: reading.file,
      answers: answersOf(query.answers),
    });
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
      stored_as: known?.file_id ?? null,
      supersedes: known === null || known.superseded ? (day?.file_id ?? null) : null,
      day_closed: day?.state === 'CLOSED',
    };
  }

  /**
   * Stores the file and puts its day against it. The same bytes again change nothing; another file of the day supersedes
   * the first, and both stay; so do the same bytes read another way. Where they are those of one that was superseded, that one
   * holds again: the other was the wrong one.
   * @throws Problem reconciliation.closed, reconciliation.other_day, reconciliation.not_begun, request.invalid
   */
  async upload(body: FileToRead, query: UploadFileQuery): Promise<UploadedFileDto> {
    const options = await this.options(query);
    try {
      return await this.long((tx) => this.store(tx, body, query, options));
    } catch (error) {
      if (!(error instanceof NotStored)) throw error;
      const { outcome, superseded } = error;
      return superseded === null
        ? outcome
        : await this.long((tx) => this.putBack(tx, superseded, query, outcome));
    }
  }

  private long<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return unlessFoundElsewhere(() =>
      this.database.transaction(async (tx) => {
        await tx.query("SET LOCAL statement_timeout = '10min'");
        await tx.query("SET LOCAL idle_in_transaction_session_timeout = '2min'");
        return work(tx);
      }, 'report'),
    );
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
    const known = await knownFile(tx, {
      collectorId: query.bank_id,
      date: query.settlement_date,
      file: reading.file,
      answers: answersOf(query.answers),
    });
    if (known !== null) {
      const { superseded, ...where } = known;
      throw new NotStored({ ...outcome, ...where, known: true }, superseded ? known.file_id : null);
    }
    if (!reading.storable) throw new NotStored(outcome);
    if (day.state === 'CLOSED') throw new Problem('reconciliation.closed');
    await assertOfDay(tx, { id: fileId, period: reading.file.period }, calendar, query.settlement_date);
    await this.replace(tx, fileId, query, reading);
    await this.takeUp(tx, day, { id: fileId, sha256: reading.file.sha256 }, query);
    return { ...outcome, stored: true, file_id: fileId, reconciliation_id: day.id, supersedes: day.file_id };
  }

  /** Its lines are here already. @throws Problem reconciliation.closed */
  private async putBack(
    tx: Tx,
    fileId: number,
    query: UploadFileQuery,
    outcome: UploadedFileDto,
  ): Promise<UploadedFileDto> {
    const day = await this.days.lock(tx, query.bank_id, query.settlement_date);
    // Somebody else has put it back since it was read.
    if (day.file_id === fileId) return outcome;
    if (day.state === 'CLOSED') throw new Problem('reconciliation.closed');
    await this.supersede(tx, query);
    await tx.query('UPDATE berkas_rekonsiliasi SET superseded_at = NULL WHERE id = $1', [fileId]);
    await this.takeUp(tx, day, { id: fileId, sha256: outcome.reading.file.sha256 }, query);
    return { ...outcome, stored: true, supersedes: day.file_id };
  }

  /** The day is put against another file than before. */
  private async takeUp(
    tx: Tx,
    day: LockedDay,
    { id: fileId, sha256 }: { readonly id: number; readonly sha256: string },
    query: UploadFileQuery,
  ): Promise<void> {
    await keepAdjusted(tx, day.id, fileId);
    await tx.query('UPDATE rekonsiliasi SET file_id = $2, absence_id = NULL WHERE id = $1', [day.id, fileId]);
    const told = { file_name: query.file_name, sha256, supersedes: day.file_id };
    await this.days.note(tx, day.id, 'FILE', { file_id: fileId, ...told });
    await writeAudit(tx, {
      action: 'settlement_file.stored',
      entityType: 'berkas_rekonsiliasi',
      entityId: fileId,
      after: { ...told, settlement_date: query.settlement_date },
    });
    await fileCame(tx, day.id, this.clock.date());
    await this.matching.within(tx, { ...day, file_id: fileId });
  }

  private async supersede(tx: Tx, query: UploadFileQuery): Promise<void> {
    await tx.query(
      `UPDATE berkas_rekonsiliasi SET superseded_at = $3
       WHERE collector_id = $1 AND settlement_date = $2 AND superseded_at IS NULL`,
      [query.bank_id, query.settlement_date, this.clock.date()],
    );
  }

  private async replace(
    tx: Tx,
    fileId: number,
    query: UploadFileQuery,
    reading: SettlementReading,
  ): Promise<void> {
    await this.supersede(tx, query);
    const actor = currentActor();
    await tx.query(
      `INSERT INTO berkas_rekonsiliasi (id, collector_id, settlement_date, file_name, sha256, file, line_count, credit_total, debit_total,
         uploaded_by, uploaded_at, answers)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
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
        this.clock.date(),
        answersOf(query.answers),
      ],
    );
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
