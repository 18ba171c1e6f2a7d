import { statementOf, sultraCsv, type SettlementRow } from '@tirtapay/bank-protocol';
import { addDays, endOfBusinessDay, type BusinessDate } from '@tirtapay/domain';
import type { ReconcileDaily, UploadFile } from '../../../../api/src/modules/money/reconciliation';
import type { Database } from '../../../../api/src/platform/database';
import { bankDay } from '../bank-day';
import { STATEMENT_OWNERS, statementDay, type StatementEntry } from '../statement-day';
import type { DemoClock } from './demo-clock';

/** Of the demonstration's banks the one that is reconciled; the other waits to be begun with. */
const BANK = 'SULTRA';
/** When the file of a day comes, and when what it says is put against the books; hours of the morning after. */
const COMES = 5;
const COMPARED = 6;
const HOUR = 3_600_000;

export interface StatementMonth {
  readonly database: Database;
  readonly clock: DemoClock;
  readonly files: UploadFile;
  readonly daily: ReconcileDaily;
}

/** Somebody whose statements come: the days shown of it, and so many days ago one that did not agree with the books. */
interface Sender {
  readonly collector: string;
  readonly code: string;
  readonly days: number;
  readonly broken: number;
  readonly file: (
    date: BusinessDate,
    broken: boolean,
  ) => Promise<{ readonly name: string; readonly content: string }>;
}

function senders({ database, clock }: StatementMonth): Sender[] {
  const { zone } = clock;
  const bank: Sender = {
    collector: "SELECT id FROM penerima WHERE kind = 'BANK' AND series = $1",
    code: BANK,
    // As many days as the overview shows, and a few more.
    days: 31,
    broken: 4,
    file: async (date, broken) => {
      const rows = (await bankDay(database, BANK, date, zone)).map(({ row }) => row);
      const day = date.replaceAll('-', '');
      return {
        name: `BPD_PDAM_${day}.csv`,
        content: sultraCsv({
          bank: BANK,
          day,
          account: '',
          opening: 0,
          rows: broken ? brokenRows(rows, day) : rows,
        }),
      };
    },
  };
  const others = STATEMENT_OWNERS.map((owner): Sender => ({
    collector:
      owner.kind === 'SUPPLIER'
        ? 'SELECT collector_id AS id FROM penyedia WHERE code = $1'
        : "SELECT id FROM penerima WHERE kind = 'PARTNER' AND series = $1",
    code: owner.code,
    days: 14,
    broken: owner.kind === 'SUPPLIER' ? 3 : 2,
    file: async (date, broken) => {
      const entries = await statementDay(database, owner, date, zone);
      return statementOf({ ...owner, day: date }, broken ? brokenEntries(entries) : entries);
    },
  }));
  return [bank, ...others];
}

/**
 * Weeks of files of a bank, a supplier and a partner, each put against the books on its morning: the days that agree are
 * closed by the system, one of each does not agree and waits for people, and the file of yesterday has not come. A day that
 * is there already stays.
 */
export async function reconcileMonth(month: StatementMonth, today: BusinessDate): Promise<void> {
  for (const sender of senders(month)) await reconcileSender(month, sender, today);
}

async function reconcileSender(month: StatementMonth, sender: Sender, today: BusinessDate): Promise<void> {
  const { database, clock, files, daily } = month;
  const midnight = (date: BusinessDate): number => endOfBusinessDay(addDays(date, -1), clock.zone);
  const [collector] = await database.read<{ id: number }>(sender.collector, [sender.code]);
  if (collector === undefined) throw new Error(`no collector ${sender.code}`);
  const first = addDays(today, -sender.days);
  await database.write(
    `INSERT INTO ketentuan_setelmen (collector_id, valid_from, rest_days, lag_days, made_at) VALUES ($1, $2, '{}', '{}', $3)
     ON CONFLICT DO NOTHING`,
    [collector.id, first, new Date(midnight(first))],
  );
  for (let back = sender.days; back >= 1; back -= 1) {
    const date = addDays(today, -back);
    const morning = midnight(addDays(date, 1));
    const compared = morning + COMPARED * HOUR;
    // Before six in the morning even yesterday has not been looked at.
    if (compared > clock.real) continue;
    if (back > 1) {
      const { name, content } = await sender.file(date, back === sender.broken);
      await clock.at(morning + COMES * HOUR, () =>
        files.upload(
          { open: () => bytesOf(content) },
          { bank_id: collector.id, settlement_date: date, file_name: name },
        ),
      );
    }
    await clock.at(compared, () => daily.reconcile(collector.id, date));
  }
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

/** A payment the bank forgot, one of another amount, one kept less of, and one nobody here has heard of. */
function brokenRows([, more, less, ...rest]: readonly SettlementRow[], day: string): SettlementRow[] {
  if (more === undefined || less === undefined) throw new Error(`too few payments on ${day}`);
  return [
    { ...more, amount: more.amount + 1_000 },
    { ...less, amount: less.amount - 2_500, fee: 2_500 },
    ...rest,
    { ...more, time: '235959', reference: `BPD-${day}-000991`, customerNo: '', amount: 50_000 },
  ];
}

/** Of what was sold: one another sum, one more that nobody here has heard of, and one forgotten. */
function brokenEntries(entries: readonly StatementEntry[]): StatementEntry[] {
  const [first, second, ...rest] = entries;
  if (first === undefined) return [];
  const more = { ...first, amount: first.amount + Math.sign(first.amount) * 500 };
  const extra = { ...first, reference: `${first.of}-LEBIH-1`, amount: Math.sign(first.amount) * 25_000 };
  return second === undefined ? [more, extra] : [more, extra, ...rest];
}
