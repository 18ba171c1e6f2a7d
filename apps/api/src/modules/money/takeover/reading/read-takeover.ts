import { createHash } from 'node:crypto';
import { openTable, TableRefusal, type TableFile } from '@tirtapay/bank-protocol';
import {
  readArrearsRow,
  readCustomerRow,
  type ArrearsRow,
  type BusinessDate,
  type CustomerRow,
  type TakeoverKind,
} from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import type { SpooledBody } from '../../../../platform/http';
import type { PlacedCustomer } from '../../../water/customers';
import { CheckArrears, type OwedBy } from './check-arrears';
import { CheckCustomers } from './check-customers';
import { Findings } from './findings';
import { readRows, type FileRead, type LineRow } from './read-rows';
import type { TakeoverChecks } from './takeover-checks';

/** How a file is read: what it was asked for with, the same at the check and at the import. */
export interface TakeoverReading {
  readonly kind: TakeoverKind;
  readonly columns: readonly string[] | null;
  readonly restoreZeros: boolean;
  readonly today: BusinessDate;
}

export interface ReadOutcome extends FileRead {
  readonly findings: Findings;
  readonly amount: number;
  /** By route, the last place among the numbers the file gives. */
  readonly lastByRoute: ReadonlyMap<number, number>;
}

interface Takers {
  readonly customers?: (rows: readonly LineRow<PlacedCustomer>[]) => Promise<void>;
  readonly arrears?: (rows: readonly LineRow<OwedBy>[]) => Promise<void>;
}

export async function digestOf(body: SpooledBody): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of body.open()) hash.update(part);
  return hash.digest('hex');
}

/** Reads a file to its end, each row against its rules, the other rows and what is there already. */
export async function readTakeover(
  tx: Tx,
  body: SpooledBody,
  reading: TakeoverReading,
  checks: TakeoverChecks,
  takers: Takers = {},
): Promise<ReadOutcome> {
  const findings = new Findings();
  const table = await tableOf(body);
  if (reading.kind === 'ARREARS') {
    const check = new CheckArrears(findings);
    let amount = 0;
    const read = await readRows<ArrearsRow>(
      table,
      { ...reading, read: readArrearsRow },
      findings,
      async (rows) => {
        const owed = await check.take(tx, rows);
        amount += owed.reduce((sum, { row }) => sum + row.principal + row.penalty, 0);
        await takers.arrears?.(owed);
      },
    );
    return { ...read, findings, amount, lastByRoute: new Map() };
  }
  const check = await CheckCustomers.begin(tx, checks, findings, takers.customers !== undefined);
  const read = await readRows<CustomerRow>(
    table,
    { ...reading, read: readCustomerRow },
    findings,
    async (rows) => {
      const placed = await check.take(tx, rows);
      await takers.customers?.(placed);
    },
  );
  check.finish();
  return { ...read, findings, amount: 0, lastByRoute: check.lastByRoute };
}

/** A file that cannot even be opened is read like one that breaks on its first line. */
async function tableOf(body: SpooledBody): Promise<TableFile> {
  try {
    return await openTable(body.open, body.path);
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    const detected = { format: 'CSV', encoding: 'utf-8', byte_order_mark: false, delimiter: null } as const;
    return { detected, records: () => failing(error) };
  }
}

async function* failing(error: Error): AsyncGenerator<never> {
  yield await Promise.reject(error);
}
