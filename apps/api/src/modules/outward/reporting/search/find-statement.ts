import type { Permission } from '@tirtapay/domain';
import { groupedDigits, keyForm, phoneForm, searchForm } from '@tirtapay/domain';

/** What one of the sources answers: enough to know the thing by and to open it. */
export const FOUND_KINDS = ['CUSTOMER', 'BILL', 'RECEIPT', 'PAYMENT', 'VIRTUAL_ACCOUNT'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** Of each kind; who finds none of five types on. */
export const MOST_OF_A_KIND = 5;

/** Below it nearly everything begins alike. */
const LEAST = 2;
const LEAST_NUMBER = 4;

interface Source {
  readonly kind: FoundKind;
  readonly permissions: readonly Permission[];
  /** `$` stands for the pattern; `id` is of the page it opens. Every source reads one index from its beginning. */
  readonly sql: string;
  readonly pattern: (typed: string) => string | null;
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);

function beginning(text: string, least: number): string | null {
  return text.length < least ? null : `${escaped(text)}%`;
}

const CUSTOMER = "p.id, p.customer_number AS title, p.name AS detail, 'CUSTOMER' AS opens";

/**
 * Each looks things up by the beginning of their one normal form, in the order of its index: a fixed number of steps, however
 * many customers there are, and the same answer each time.
 */
const SOURCES: readonly Source[] = [
  {
    kind: 'CUSTOMER',
    permissions: ['customer.read'],
    sql: `SELECT ${CUSTOMER} FROM pelanggan p WHERE p.customer_number LIKE $ ORDER BY p.customer_number USING ~<~`,
    pattern: (typed) => beginning(groupedDigits(typed), LEAST),
  },
  {
    kind: 'CUSTOMER',
    permissions: ['customer.read'],
    sql: `SELECT ${CUSTOMER} FROM pelanggan p WHERE search_form(p.name) LIKE $ ORDER BY search_form(p.name) USING ~<~, p.id`,
    pattern: (typed) => beginning(searchForm(typed), LEAST),
  },
  {
    kind: 'CUSTOMER',
    permissions: ['customer.read'],
    sql: `SELECT ${CUSTOMER} FROM meter m JOIN pelanggan p ON p.id = m.customer_id
      WHERE key_form(m.serial) LIKE $ ORDER BY key_form(m.serial) USING ~<~, m.id`,
    pattern: (typed) => beginning(keyForm(typed), LEAST_NUMBER),
  },
  {
    // Who may not read a telephone number must not find it digit by digit either.
    kind: 'CUSTOMER',
    permissions: ['customer.read', 'pii.read'],
    sql: `SELECT ${CUSTOMER} FROM pelanggan p WHERE p.phone IS NOT NULL AND phone_form(p.phone) LIKE $
      ORDER BY phone_form(p.phone) USING ~<~, p.id`,
    pattern: (typed) => (groupedDigits(typed) === '' ? null : beginning(phoneForm(typed), LEAST_NUMBER)),
  },
  {
    kind: 'BILL',
    permissions: ['bill.read'],
    sql: `SELECT b.id, b.bill_number AS title, b.period AS detail, 'BILL' AS opens FROM tagihan b
      WHERE b.bill_number LIKE $ ORDER BY b.bill_number USING ~>~`,
    pattern: (typed) => beginning(groupedDigits(typed), LEAST_NUMBER),
  },
  {
    kind: 'RECEIPT',
    permissions: ['payment.read'],
    sql: `SELECT k.payment_id AS id, k.receipt_number AS title, NULL AS detail, 'PAYMENT' AS opens FROM kwitansi k
      WHERE key_form(k.receipt_number) LIKE $ ORDER BY key_form(k.receipt_number) USING ~>~`,
    pattern: (typed) => beginning(keyForm(typed), LEAST_NUMBER),
  },
  {
    kind: 'PAYMENT',
    permissions: ['payment.read'],
    sql: `SELECT b.id, b.bank_reference AS title, NULL AS detail, 'PAYMENT' AS opens FROM pembayaran b
      WHERE b.bank_reference IS NOT NULL AND key_form(b.bank_reference) LIKE $
      ORDER BY key_form(b.bank_reference) USING ~<~, b.id`,
    pattern: (typed) => beginning(keyForm(typed), LEAST_NUMBER),
  },
  {
    kind: 'VIRTUAL_ACCOUNT',
    permissions: ['intent.read'],
    sql: `SELECT coalesce(n.payment_id, n.customer_id) AS id, v.virtual_account_number AS title, n.status AS detail,
        CASE WHEN n.payment_id IS NULL THEN 'CUSTOMER' ELSE 'PAYMENT' END AS opens
      FROM va_transaction v JOIN niat_bayar n ON n.id = v.intent_id
      WHERE v.virtual_account_number LIKE $ ORDER BY v.virtual_account_number USING ~<~, v.id`,
    pattern: (typed) => beginning(groupedDigits(typed), LEAST_NUMBER),
  },
];

/** One statement over everything this reader may find. @returns null when there is nothing to look for */
export function findStatement(
  typed: string,
  permissions: ReadonlySet<Permission>,
): { sql: string; values: string[] } | null {
  const values: string[] = [];
  const parts = SOURCES.flatMap(({ kind, permissions: needed, sql, pattern }, index) => {
    const value = needed.every((permission) => permissions.has(permission)) ? pattern(typed) : null;
    if (value === null) return [];
    values.push(value);
    const limited = sql.replace('$', () => `$${String(values.length)}`);
    return [
      `SELECT '${kind}' AS kind, ${String(index)} AS source, s.* FROM (${limited} LIMIT ${String(MOST_OF_A_KIND)}) s`,
    ];
  });
  return parts.length === 0 ? null : { sql: parts.join('\nUNION ALL\n'), values };
}
