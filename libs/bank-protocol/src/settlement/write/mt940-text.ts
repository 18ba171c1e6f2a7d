import { closingOf, SUCCEEDED, type BankDay, type SettlementRow } from './bank-day';

/** The day as a SWIFT MT940 statement. The reference is written whole, as banks do, though the standard has 16. */
export function mt940Text(bankDay: BankDay): string {
  const { account, day, opening, rows } = bankDay;
  const date = day.slice(2);
  return [
    `:20:STM${date}`,
    `:25:${account}IDR`,
    ':28C:00001/001',
    `:60F:${balance(date, opening)}`,
    ...rows.flatMap(movements),
    `:62F:${balance(date, closingOf(bankDay))}`,
    '',
  ].join('\r\n');
}

function balance(date: string, amount: number): string {
  return `${amount < 0 ? 'D' : 'C'}${date}IDR${String(Math.abs(amount))},00`;
}

function movements(row: SettlementRow, index: number): string[] {
  const own = `BS${row.date.slice(2)}${String(index + 1).padStart(6, '0')}`;
  const movement = (mark: string): string[] => [
    `:61:${row.date.slice(2)}${row.date.slice(4)}${mark}${String(row.amount)},00NTRF${row.reference}//${own}`,
    `:86:${['PDAM', row.customerNo, ...row.periods.slice(0, 2)].filter((word) => word !== '').join(' ')}`,
  ];
  return row.status === SUCCEEDED ? movement('C') : [...movement('C'), ...movement('RC')];
}
