import { sultraCsv, type SettlementRow } from '@tirtapay/bank-protocol';
import { addDays, endOfBusinessDay, type BusinessDate } from '@tirtapay/domain';
import type { ReconcileDaily, UploadFile } from '../../../../api/src/modules/money/reconciliation';
import type { Database } from '../../../../api/src/platform/database';
import { bankDay } from '../bank-day';
import type { DemoClock } from './demo-clock';

/** Of the demonstration's bank that is reconciled; the other one waits to be begun with. */
const BANK = 'SULTRA';
/** As many days as the overview shows, and a few more. */
const DAYS = 31;
/** So many days ago the bank's file did not agree with the books. */
const BROKEN = 4;
/** When the bank's file comes, and when what it says is put against the books; hours of the morning after. */
const COMES = 5;
const COMPARED = 6;
const HOUR = 3_600_000;

export interface BankMonth {
  readonly database: Database;
  readonly clock: DemoClock;
  readonly files: UploadFile;
  readonly daily: ReconcileDaily;
}

/**
 * A month of the bank's files, each put against the books on its morning: the days that agree are closed by the system, one
 * does not agree and waits for people, and the file of yesterday has not come. A day that is there already stays.
 */
export async function reconcileMonth(month: BankMonth, today: BusinessDate): Promise<void> {
  const { database, clock, files, daily } = month;
  const { zone } = clock;
  const [bank] = await database.read<{ id: number }>('SELECT id FROM bank_integration WHERE code = $1', [
    BANK,
  ]);
  if (bank === undefined) throw new Error(`no bank ${BANK}`);
  const first = addDays(today, -DAYS);
  const midnight = (date: BusinessDate): number => endOfBusinessDay(addDays(date, -1), zone);
  await database.write(
    `INSERT INTO ketentuan_setelmen (collector_id, valid_from, rest_days, lag_days, made_at) VALUES ($1, $2, '{}', '{}', $3)
     ON CONFLICT DO NOTHING`,
    [bank.id, first, new Date(midnight(first))],
  );
  for (let back = DAYS; back >= 1; back -= 1) {
    const date = addDays(today, -back);
    const morning = midnight(addDays(date, 1));
    const compared = morning + COMPARED * HOUR;
    // Before six in the morning even yesterday has not been looked at.
    if (compared > clock.real) continue;
    if (back > 1) {
      const rows = (await bankDay(database, BANK, date, zone)).map(({ row }) => row);
      const day = date.replaceAll('-', '');
      const text = sultraCsv({
        bank: BANK,
        day,
        account: '',
        opening: 0,
        rows: back === BROKEN ? broken(rows, day) : rows,
      });
      await clock.at(morning + COMES * HOUR, () =>
        files.upload(
          { open: () => bytesOf(text) },
          { bank_id: bank.id, settlement_date: date, file_name: `BPD_PDAM_${day}.csv` },
        ),
      );
    }
    await clock.at(compared, () => daily.reconcile(bank.id, date));
  }
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

/** A payment the bank forgot, one of another amount, one kept less of, and one nobody here has heard of. */
function broken([, more, less, ...rest]: readonly SettlementRow[], day: string): SettlementRow[] {
  if (more === undefined || less === undefined) throw new Error(`too few payments on ${day}`);
  return [
    { ...more, amount: more.amount + 1_000 },
    { ...less, amount: less.amount - 2_500, fee: less.fee + 2_500 },
    ...rest,
    { ...more, time: '235959', reference: `BPD-${day}-000991`, customerNo: '', amount: 50_000 },
  ];
}
