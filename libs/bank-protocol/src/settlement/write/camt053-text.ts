import { closingOf, SUCCEEDED, type BankDay, type SettlementRow } from './bank-day';

/** The day as an ISO 20022 camt.053 statement. */
export function camt053Text(bankDay: BankDay): string {
  const { account, day, opening, rows } = bankDay;
  const entries = rows.flatMap((row) =>
    row.status === SUCCEEDED ? [entry(row, false)] : [entry(row, false), entry(row, true)],
  );
  const sum = rows.reduce((all, row) => all + row.amount * (row.status === SUCCEEDED ? 1 : 2), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">',
    `<BkToCstmrStmt><GrpHdr><MsgId>STM${day}</MsgId><CreDtTm>${dashed(day)}T23:59:59</CreDtTm></GrpHdr>`,
    `<Stmt><Id>STM${day}</Id><Acct><Id><Othr><Id>${escaped(account)}</Id></Othr></Id><Ccy>IDR</Ccy></Acct>`,
    balance('OPBD', opening, day),
    balance('CLBD', closingOf(bankDay), day),
    `<TxsSummry><TtlNtries><NbOfNtries>${String(entries.length)}</NbOfNtries><Sum>${String(sum)}.00</Sum></TtlNtries></TxsSummry>`,
    ...entries,
    '</Stmt></BkToCstmrStmt></Document>',
    '',
  ].join('\n');
}

function balance(code: string, amount: number, day: string): string {
  const side = amount < 0 ? 'DBIT' : 'CRDT';
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${money(Math.abs(amount))}` +
    `<CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>${dashed(day)}</Dt></Dt></Bal>`
  );
}

function entry(row: SettlementRow, back: boolean): string {
  const time = `${row.time.slice(0, 2)}:${row.time.slice(2, 4)}:${row.time.slice(4)}`;
  return (
    `<Ntry>${money(row.amount)}<CdtDbtInd>${back ? 'DBIT' : 'CRDT'}</CdtDbtInd>` +
    `${back ? '<RvslInd>true</RvslInd>' : ''}<Sts><Cd>BOOK</Cd></Sts>` +
    `<BookgDt><DtTm>${dashed(row.date)}T${time}</DtTm></BookgDt><NtryDtls><TxDtls>` +
    `<Refs><EndToEndId>${escaped(row.reference)}</EndToEndId></Refs>${money(row.amount)}` +
    `<RmtInf><Ustrd>${escaped(['PDAM', row.customerNo].join(' ').trim())}</Ustrd></RmtInf>` +
    '</TxDtls></NtryDtls></Ntry>'
  );
}

function money(amount: number): string {
  return `<Amt Ccy="IDR">${String(amount)}.00</Amt>`;
}

function dashed(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
