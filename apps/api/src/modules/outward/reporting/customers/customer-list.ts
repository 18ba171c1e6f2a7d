import { CUSTOMER_STATES, maskEmail, maskPhone, type CustomerState } from '@tirtapay/domain';
import type { Clock } from '../../../../platform/clock';
import type { ListDefinition } from '../../../../platform/list';
import type { CustomerMeterDto, CustomerDto, NamedDto } from '../../../water/customers';
import { OWED_PENALTY } from '../../../water/penalty';

export interface CustomerRow {
  readonly id: number;
  readonly customer_number: string;
  readonly legacy_number: string | null;
  readonly name: string;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly region: NamedDto;
  readonly route: NamedDto;
  readonly tariff: NamedDto;
  readonly state: CustomerState;
  readonly meter: CustomerMeterDto | null;
  readonly open: { readonly bills: number; readonly amount: number };
  readonly credit_balance: number;
  readonly registered_at: Date;
  readonly activated_at: Date | null;
  readonly version: number;
}

/*
 * Everything beside the customer itself is looked up in the select list: it is then fetched for the rows of the page
 * only, after sorting and cutting, and counting a million customers touches one index.
 */
export const CUSTOMER_SELECT = `p.id, p.customer_number, p.name, p.address, p.phone, p.email, p.state, p.registered_at,
  p.activated_at, p.version,
  (SELECT a.alias FROM pelanggan_alias a WHERE a.customer_id = p.id ORDER BY a.alias LIMIT 1) AS legacy_number,
  (SELECT jsonb_build_object('id', x.id, 'code', x.code, 'name', x.name) FROM wilayah x WHERE x.id = p.region_id) AS region,
  (SELECT jsonb_build_object('id', x.id, 'code', x.code, 'name', x.name) FROM rute x WHERE x.id = p.route_id) AS route,
  (SELECT jsonb_build_object('id', x.id, 'code', x.code, 'name', x.name) FROM tarif x WHERE x.id = p.tariff_id) AS tariff,
  (SELECT jsonb_build_object('id', m.id, 'serial', m.serial, 'digits', m.digits, 'size_mm', m.size_mm,
            'installed_on', m.installed_on, 'installed_stand', m.installed_stand)
   FROM meter m WHERE m.customer_id = p.id AND m.removed_on IS NULL) AS meter,
  (SELECT jsonb_build_object('bills', count(*), 'amount', coalesce(sum(b.principal + ${OWED_PENALTY}), 0))
   FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id WHERE b.customer_id = p.id AND b.state = 'ISSUED') AS open,
  (SELECT coalesce(sum(c.amount), 0)::bigint FROM saldo_pelanggan c WHERE c.customer_id = p.id) AS credit_balance`;

const SEARCH_SOURCES = [
  {
    find: `SELECT s.id FROM pelanggan s
      WHERE (' ' || search_form(s.customer_number || ' ' || s.name || ' ' || s.address)) LIKE $contains`,
    row: `(' ' || search_form(p.customer_number || ' ' || p.name || ' ' || p.address)) LIKE $contains`,
  },
  {
    find: 'SELECT s.id FROM pelanggan s WHERE s.customer_number LIKE $number',
    row: 'p.customer_number LIKE $number',
  },
  {
    find: 'SELECT m.customer_id FROM meter m WHERE m.removed_on IS NULL AND key_form(m.serial) LIKE $key',
    row: '(SELECT bool_or(key_form(m.serial) LIKE $key) FROM meter m WHERE m.customer_id = p.id AND m.removed_on IS NULL)',
  },
  {
    find: 'SELECT a.customer_id FROM pelanggan_alias a WHERE key_form(a.alias) LIKE $key',
    row: '(SELECT bool_or(key_form(a.alias) LIKE $key) FROM pelanggan_alias a WHERE a.customer_id = p.id)',
  },
];
const SEARCH_PHONE = {
  find: 'SELECT s.id FROM pelanggan s WHERE phone_form(s.phone) LIKE $phone',
  row: 'phone_form(p.phone) LIKE $phone',
};

export const CUSTOMER_LIST = {
  from: 'pelanggan p',
  select: CUSTOMER_SELECT,
  sortable: {
    customer_number: 'p.customer_number',
    name: 'p.name',
    created_at: 'p.registered_at',
    state: 'p.state',
  },
  defaultSort: 'customer_number',
  indexed: ['customer_number', 'name', 'created_at', 'state'],
  tieBreaker: 'p.id',
  filters: {
    state: { type: 'text', where: 'p.state = ANY($$)', choices: CUSTOMER_STATES, many: true },
    region_id: { type: 'integer', where: 'p.region_id = $$' },
    route_id: { type: 'integer', where: 'p.route_id = $$' },
    tariff_id: { type: 'integer', where: 'p.tariff_id = $$' },
  },
  sums: {
    open_bills: { sql: 'open.bills', kind: 'number' },
    open_amount: { sql: 'open.amount', kind: 'money' },
    credit_balance: { sql: 'held.amount', kind: 'money' },
  },
  // What is owed and held by those who are counted, and by nobody else.
  sumsFrom: `pelanggan p
    CROSS JOIN LATERAL (SELECT count(*) AS bills, sum(b.principal + ${OWED_PENALTY}) AS amount
      FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id WHERE b.customer_id = p.id AND b.state = 'ISSUED') open
    CROSS JOIN LATERAL (SELECT sum(c.amount) AS amount FROM saldo_pelanggan c WHERE c.customer_id = p.id) held`,
  search: [{ sources: SEARCH_SOURCES }],
} as const satisfies Omit<ListDefinition<CustomerRow, CustomerDto>, 'map'>;

/**
 * The list for one reader. Who may not read phone numbers may not search them either: a search that finds or does not
 * find would give a hidden number away digit by digit.
 */
export function customerListFor(clock: Clock, mayReadPii: boolean): ListDefinition<CustomerRow, CustomerDto> {
  return {
    ...CUSTOMER_LIST,
    search: [{ sources: mayReadPii ? [...SEARCH_SOURCES, SEARCH_PHONE] : SEARCH_SOURCES }],
    map: (row) => toCustomerResponse(row, clock, mayReadPii),
  };
}

export function toCustomerResponse(row: CustomerRow, clock: Clock, mayReadPii: boolean): CustomerDto {
  return {
    id: row.id,
    customer_number: row.customer_number,
    legacy_number: row.legacy_number,
    name: row.name,
    address: row.address,
    phone: row.phone === null || mayReadPii ? row.phone : maskPhone(row.phone),
    email: row.email === null || mayReadPii ? row.email : maskEmail(row.email),
    region: row.region,
    route: row.route,
    tariff: row.tariff,
    state: row.state,
    meter: row.meter,
    open_bills: row.open.bills,
    open_amount: row.open.amount,
    credit_balance: row.credit_balance,
    registered_at: clock.textOf(row.registered_at),
    activated_at: clock.textOf(row.activated_at),
    version: row.version,
  };
}
