import { Injectable } from '@nestjs/common';
import { businessDate, type FileSource } from '@tirtapay/domain';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Database } from '../../../../platform/database';
import { withSpooled } from '../../../../platform/http';
import { Problem } from '../../../../platform/problem';
import {
  BankAdapters,
  type BankOutcome,
  type DayFile,
  type ReportedVaPayment,
} from '../../../bank-gateway/outbound';
import { SettlementCalendars } from '../calendar/settlement-calendars';
import type { UploadedFileDto } from '../dto/file.dto';
import { RECONCILIATION_SAYS } from '../sentences';
import { fileOfReport, ReportIncomplete } from './report-file';
import { UploadFile } from './upload-file.service';

/** Asks a bank for the file of a day, where that was agreed, and takes it like one that was uploaded. */
@Injectable()
export class FetchFile {
  constructor(
    private readonly database: Database,
    private readonly calendars: SettlementCalendars,
    private readonly adapters: BankAdapters,
    private readonly files: UploadFile,
  ) {}

  /** Whether the terms of that day say that we ask. */
  async isAgreed(bankId: number, date: string): Promise<boolean> {
    return (await this.sourceOf(bankId, date)) !== 'UPLOAD';
  }

  /**
   * The call is made outside every transaction: a bank that does not answer holds nothing up.
   * @throws Problem reconciliation.not_begun, request.invalid (a day that is not over), bank.unreachable, and what an
   *   upload throws
   */
  async fetch(bankId: number, date: string): Promise<UploadedFileDto> {
    await this.database.transaction(async (tx) => {
      await this.calendars.assertSettles(tx, await this.calendars.begun(tx, bankId), businessDate(date));
    }, 'screen');
    const source = await this.sourceOf(bankId, date);
    const adapter = source === 'UPLOAD' ? null : await this.adapters.ofBank(bankId);
    if (adapter === null)
      throw new Problem('bank.unreachable', { detail: RECONCILIATION_SAYS.nothingToFetch });
    return source === 'BANK_FILE'
      ? this.takeFile(bankId, date, answered(await adapter.dayFile(date)))
      : this.takeReport(bankId, date, answered(await adapter.vaReport(date)));
  }

  private async sourceOf(bankId: number, date: string): Promise<FileSource> {
    const [terms] = await this.database.screen<{ source: FileSource }>(
      `SELECT source FROM ketentuan_setelmen WHERE collector_id = $1 AND valid_from <= $2 ORDER BY valid_from DESC LIMIT 1`,
      [bankId, date],
    );
    return terms?.source ?? 'UPLOAD';
  }

  /** Unpacked onto the disk like an upload, and bounded like one. */
  private takeFile(bankId: number, date: string, file: DayFile): Promise<UploadedFileDto> {
    const unpacked = Readable.from([file.packed]).pipe(createGunzip());
    return withSpooled(unpacked, async (spooled) => {
      if ((await digestOf(spooled.open())) !== file.sha256) throw unusable(`${file.name}: sha256`);
      return this.files.upload(spooled, {
        bank_id: bankId,
        settlement_date: date,
        file_name: file.name,
      });
    }).catch((error: unknown) => {
      // Not packed as agreed, or not whole.
      throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
        ? unusable(`${file.name}: ${error.message}`)
        : error;
    });
  }

  private async takeReport(
    bankId: number,
    date: string,
    report: readonly ReportedVaPayment[],
  ): Promise<UploadedFileDto> {
    const [bank] = await this.database.screen<{ code: string }>(
      'SELECT code FROM bank_integration WHERE id = $1',
      [bankId],
    );
    const text = this.textOf(bank?.code ?? '', date, report);
    return this.files.upload(
      { open: () => bytesOf(text) },
      { bank_id: bankId, settlement_date: date, file_name: `SNAP35-${date.replaceAll('-', '')}.csv` },
    );
  }

  private textOf(...report: Parameters<typeof fileOfReport>): string {
    try {
      return fileOfReport(...report);
    } catch (error) {
      throw error instanceof ReportIncomplete ? unusable(error.message) : error;
    }
  }
}

/** @throws Problem bank.unreachable */
function answered<T>(outcome: BankOutcome<T>): T {
  if (outcome.state === 'DONE') return outcome.value;
  throw unusable(outcome.message);
}

function unusable(answer: string): Problem {
  return new Problem('bank.unreachable', { members: { answer } });
}

async function digestOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of bytes) hash.update(part);
  return hash.digest('hex');
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
