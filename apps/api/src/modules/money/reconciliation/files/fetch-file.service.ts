import { Injectable } from '@nestjs/common';
import { businessDate } from '@tirtapay/domain';
import { Database } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import { BankAdapters } from '../../../bank-gateway/outbound';
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
    const [terms] = await this.database.screen<{ source: string }>(
      `SELECT source FROM ketentuan_setelmen WHERE collector_id = $1 AND valid_from <= $2 ORDER BY valid_from DESC LIMIT 1`,
      [bankId, date],
    );
    return terms?.source === 'SNAP_REPORT';
  }

  /**
   * The call is made outside every transaction: a bank that does not answer holds nothing up.
   * @throws Problem reconciliation.not_begun, request.invalid (a day that is not over), bank.unreachable, and what an
   *   upload throws
   */
  async fetch(bankId: number, date: string): Promise<UploadedFileDto> {
    await this.database.transaction(async (tx) => {
      this.calendars.assertSettles(await this.calendars.begun(tx, bankId), businessDate(date));
    }, 'screen');
    const adapter = (await this.isAgreed(bankId, date)) ? await this.adapters.ofBank(bankId) : null;
    if (adapter === null)
      throw new Problem('bank.unreachable', { detail: RECONCILIATION_SAYS.nothingToFetch });
    const outcome = await adapter.vaReport(date);
    if (outcome.state !== 'DONE')
      throw new Problem('bank.unreachable', { members: { answer: outcome.message } });
    const [bank] = await this.database.screen<{ code: string }>(
      'SELECT code FROM bank_integration WHERE id = $1',
      [bankId],
    );
    const text = this.textOf(bank?.code ?? '', date, outcome.value);
    return this.files.upload(
      { open: () => bytesOf(text) },
      { bank_id: bankId, settlement_date: date, file_name: `SNAP35-${date.replaceAll('-', '')}.csv` },
    );
  }

  private textOf(...report: Parameters<typeof fileOfReport>): string {
    try {
      return fileOfReport(...report);
    } catch (error) {
      if (error instanceof ReportIncomplete)
        throw new Problem('bank.unreachable', { members: { answer: error.message } });
      throw error;
    }
  }
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}
