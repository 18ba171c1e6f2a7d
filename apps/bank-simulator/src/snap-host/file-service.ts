import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { formatRfc3339, SNAP_SERVICES } from '@tirtapay/bank-protocol';
import { isBusinessDate } from '@tirtapay/domain';
import type { BankBook } from '../bank-book';
import type { ReportBreaks } from '../settlement/report-breaks';
import type { FileBooks } from '../settlement/settlement-day';
import { settlementFile } from '../settlement/settlement-request';
import type { Service, ServiceBody } from './account-services';
import type { Fields } from './fields';
import { Refusal } from './refusal';

/** The file of a day, handed out by the bank's host: as from its page, packed, with its digest. */
export class FileService {
  readonly byCode: ReadonlyMap<string, Service> = new Map<string, Service>([
    [SNAP_SERVICES.settlementFile, (bank, fields) => this.file(bank, fields)],
  ]);

  constructor(
    private readonly banks: BankBook,
    private readonly books: FileBooks,
    private readonly now: () => number,
    private readonly breaks: ReportBreaks,
  ) {}

  private file(bank: string, fields: Fields): ServiceBody {
    const day = fields.text('settlementDate', 10);
    if (!isBusinessDate(day)) throw new Refusal('invalidFieldFormat', 'settlementDate');
    // A day that is not over has no file yet.
    const over = day < formatRfc3339(this.now()).slice(0, 10);
    const { banks, books, now } = this;
    const query = new URLSearchParams({ bank, date: day, break: this.breaks.all().join(',') });
    const file = over ? settlementFile({ banks, books, now }, query) : null;
    if (file === null) throw new Refusal('transactionNotFound');
    const content = Buffer.from(file.content);
    return {
      settlementDate: day,
      fileName: file.name,
      sha256: createHash('sha256').update(content).digest('hex'),
      content: gzipSync(content).toString('base64'),
    };
  }
}
