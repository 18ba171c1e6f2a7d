import { isCustomerNumber, normalizeCustomerNumber, parseCustomerNumber } from '../customer';
import { METER_SERIAL, NIK, PHONE } from '../field-kinds';
import { isScientific } from '../reconciliation';
import { keyForm } from '../search';
import type { BusinessDate } from '../time';
import { TakeoverCells } from './cells';
import type { TakeoverFinding } from './takeover-finding';

/** A customer as the system before knew him, with the meter as it was read last. */
export interface CustomerRow {
  /** In our form; null: gets the next of its route. */
  readonly customerNumber: string | null;
  /** In capitals. */
  readonly legacyNumber: string | null;
  readonly name: string;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly nik: string | null;
  readonly region: string;
  readonly route: string;
  readonly tariff: string;
  readonly state: 'AKTIF' | 'SEGEL' | 'NONAKTIF';
  /** null: closed, and nothing is there any more. */
  readonly meter: MeterTakenOver | null;
}

export interface MeterTakenOver {
  readonly serial: string;
  readonly digits: number;
  readonly sizeMm: number;
  /** When it was put in, where the system before knew. */
  readonly installedOn: BusinessDate | null;
  /** With us its life begins here: what was before is billed. */
  readonly readOn: BusinessDate;
  readonly stand: number;
}

export interface RowReading<Row> {
  readonly row: Row | null;
  readonly findings: readonly TakeoverFinding[];
}

const STATES: Readonly<Record<string, CustomerRow['state']>> = {
  '': 'AKTIF',
  aktif: 'AKTIF',
  a: 'AKTIF',
  '1': 'AKTIF',
  active: 'AKTIF',
  segel: 'SEGEL',
  disegel: 'SEGEL',
  s: 'SEGEL',
  sealed: 'SEGEL',
  nonaktif: 'NONAKTIF',
  tutup: 'NONAKTIF',
  n: 'NONAKTIF',
  closed: 'NONAKTIF',
};

/** Of meters whose counter nobody wrote down: what house connections have. */
const USUAL_DIGITS = 5;
const USUAL_SIZE_MM = 15;
const EMAIL =
  /^[^\s@"(),:;<>[\]\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/**
 * One row of a customers' file. Rules: `docs/adr/0054`; what is there already is asked by whoever has the database.
 * @param cells by field
 */
export function readCustomerRow(
  cells: Readonly<Record<string, string | undefined>>,
  { today, restoreZeros }: { readonly today: BusinessDate; readonly restoreZeros: boolean },
): RowReading<CustomerRow> {
  const of = new TakeoverCells(cells, restoreZeros);
  const [name, address] = [of.text('name', 150), of.text('address', 300, 3)];
  const [region, route] = [of.code('region', 2), of.code('route', 4)];
  const tariff = of.text('tariff', 32)?.toUpperCase() ?? null;
  const customerNumber = numberOf(of);
  const row = {
    customerNumber,
    legacyNumber: legacyOf(of),
    phone: phoneOf(of),
    email: emailOf(of),
    nik: nikOf(of),
    state: stateOf(of),
  };
  const meter = meterOf(of, today, row.state);
  if (name === null || address === null || region === null || route === null || tariff === null || of.refused)
    return { row: null, findings: of.findings };
  const parts = customerNumber === null ? null : parseCustomerNumber(customerNumber);
  if (parts !== null && (parts.region !== region || parts.route !== route)) {
    of.say('customer_number', 'NUMBER_OF_OTHER_ROUTE', `${parts.region} ${parts.route}`);
    return { row: null, findings: of.findings };
  }
  return {
    row: { ...row, name, address, region, route, tariff, state: row.state ?? 'AKTIF', meter },
    findings: of.findings,
  };
}

function numberOf(of: TakeoverCells): string | null {
  const raw = of.optional('customer_number');
  if (raw === '') return null;
  if (isScientific(raw)) return of.say('customer_number', 'SCIENTIFIC');
  const number = normalizeCustomerNumber(raw);
  if (number.ok) return number.value;
  const bare = raw.replace(/[\s.-]/g, '');
  const whole = bare.padStart(12, '0');
  if (/^\d{8,11}$/.test(bare) && isCustomerNumber(whole))
    return of.restoreZeros ? whole : of.say('customer_number', 'ZEROS_LOST', whole);
  return of.say('customer_number', 'NUMBER_WRONG');
}

function legacyOf(of: TakeoverCells): string | null {
  const raw = of.optional('legacy_number');
  if (raw === '') return null;
  if (isScientific(raw)) return of.say('legacy_number', 'SCIENTIFIC');
  const legacy = of.text('legacy_number', 40);
  return legacy === null
    ? null
    : keyForm(legacy) === ''
      ? of.say('legacy_number', 'UNPRINTABLE')
      : legacy.toUpperCase();
}

function phoneOf(of: TakeoverCells): string | null {
  const raw = of.optional('phone');
  if (raw === '') return null;
  if (isScientific(raw)) return of.say('phone', 'SCIENTIFIC');
  return PHONE.accepts(raw) && raw.length <= PHONE.max ? raw : of.say('phone', 'PHONE_WRONG');
}

function emailOf(of: TakeoverCells): string | null {
  const raw = of.optional('email');
  if (raw === '') return null;
  return raw.length <= 254 && EMAIL.test(raw) ? raw : of.say('email', 'EMAIL_WRONG');
}

/** What is no NIK is none: `0`, `-`, `35.2318.00000000000`. */
function nikOf(of: TakeoverCells): string | null {
  const raw = of.optional('nik');
  if (raw === '') return null;
  const digits = raw.replace(/[\s.-]/g, '');
  return NIK.accepts(digits) ? digits : of.say('nik', 'NIK_NOT_USED');
}

function stateOf(of: TakeoverCells): CustomerRow['state'] | null {
  const raw = of.raw('state').toLowerCase();
  return Object.hasOwn(STATES, raw) ? (STATES[raw] ?? null) : of.say('state', 'STATE_UNKNOWN');
}

function meterOf(
  of: TakeoverCells,
  today: BusinessDate,
  state: CustomerRow['state'] | null,
): MeterTakenOver | null {
  if (state === 'NONAKTIF') return null;
  const serial = of.raw('meter_serial');
  if (serial === '') of.say('meter_serial', 'MISSING');
  else if (isScientific(serial)) of.say('meter_serial', 'SCIENTIFIC');
  else if (!METER_SERIAL.accepts(serial)) of.say('meter_serial', 'SERIAL_WRONG');
  const digits =
    of.optional('meter_digits') === '' ? USUAL_DIGITS : of.whole('meter_digits', { min: 4, max: 8 });
  const sizeMm =
    of.optional('meter_size') === '' ? USUAL_SIZE_MM : of.whole('meter_size', { min: 10, max: 500 });
  const installedOn = of.optional('installed_on') === '' ? null : of.day('installed_on', today);
  const readOn = of.day('read_on', today);
  const stand = of.whole('stand', { min: 0, max: 99_999_999 });
  if (stand !== null && digits !== null && stand >= 10 ** digits) of.say('stand', 'STAND_TOO_LONG');
  if (installedOn !== null && readOn !== null && installedOn > readOn)
    of.say('installed_on', 'INSTALLED_AFTER_READ');
  if (of.refused || digits === null || sizeMm === null || readOn === null || stand === null) return null;
  return { serial, digits, sizeMm, installedOn, readOn, stand };
}
