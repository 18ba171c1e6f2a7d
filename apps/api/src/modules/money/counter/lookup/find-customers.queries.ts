import { Injectable } from '@nestjs/common';
import { groupedDigits, keyForm, normalizeCustomerNumber, searchForm } from '@tirtapay/domain';
import { Database } from '../../../../platform/database';
import { knownCustomer } from '../../payment';
import type { CounterCustomerDto, CounterCustomersDto } from '../dto/customer.dto';

const MOST = 10;

const CUSTOMER = `SELECT p.customer_number, p.name, p.address,
    (SELECT count(*)::int FROM tagihan b WHERE b.customer_id = p.id AND b.state = 'ISSUED') AS open_bills
  FROM pelanggan p WHERE ${knownCustomer('p')}`;

/** Each names one customer: its number, an earlier number, a bill's barcode, an account that was opened for it, its meter. */
const EXACT: readonly { readonly sql: string; readonly key: (typed: string) => string | null }[] = [
  {
    sql: 'p.customer_number = $1',
    key: (typed) => {
      const number = normalizeCustomerNumber(typed);
      return number.ok ? number.value : null;
    },
  },
  {
    sql: 'p.id = (SELECT a.customer_id FROM pelanggan_alias a WHERE key_form(a.alias) = $1)',
    key: keyForm,
  },
  {
    sql: 'p.id IN (SELECT b.customer_id FROM tagihan b WHERE b.bill_number = $1)',
    key: (typed) => digits(typed, 18),
  },
  {
    sql: `p.id = (SELECT n.customer_id FROM va_transaction v JOIN niat_bayar n ON n.id = v.intent_id
      WHERE v.virtual_account_number = $1 ORDER BY n.id DESC LIMIT 1)`,
    key: (typed) => digits(typed, 8),
  },
  {
    sql: 'p.id = (SELECT m.customer_id FROM meter m WHERE key_form(m.serial) = $1 ORDER BY m.id DESC LIMIT 1)',
    key: keyForm,
  },
];

/** Who stands at the counter, by whatever they bring: looked for in the order people bring it. */
@Injectable()
export class FindCustomers {
  constructor(private readonly database: Database) {}

  async find(typed: string): Promise<CounterCustomersDto> {
    for (const { sql, key } of EXACT) {
      const value = key(typed);
      if (value === null) continue;
      const found = await this.rows(`${CUSTOMER} AND ${sql}`, value);
      if (found.length > 0) return { data: found, exact: true };
    }
    const name = searchForm(typed).replaceAll(/[\\%_]/g, (character) => `\\${character}`);
    if (name === '') return { data: [], exact: false };
    const data = await this.rows(
      `${CUSTOMER} AND search_form(p.name) LIKE $1 ORDER BY search_form(p.name) USING ~<~, p.id LIMIT ${String(MOST)}`,
      `${name}%`,
    );
    return { data, exact: false };
  }

  private rows(sql: string, value: string): Promise<CounterCustomerDto[]> {
    return this.database.read<CounterCustomerDto & Record<string, unknown>>(sql, [value]);
  }
}

/** A number as a scanner or a person gives it, when it is long enough to be one. */
function digits(typed: string, least: number): string | null {
  const found = groupedDigits(typed);
  return found.length >= least ? found : null;
}
