import { keyForm, normalizeCustomerNumber, parseCustomerNumber, type CustomerRow } from '@tirtapay/domain';
import type { Tx } from '../../../../platform/database';
import type { PlacedCustomer, TakenAlready } from '../../../water/customers';
import type { MissingPrice } from '../../../water/tariffs';
import { Once, type Findings } from './findings';
import type { LineRow } from './read-rows';
import type { TakeoverChecks } from './takeover-checks';

interface Places {
  readonly regions: ReadonlySet<string>;
  readonly routes: ReadonlyMap<string, { readonly regionId: number; readonly routeId: number }>;
  readonly tariffs: ReadonlyMap<string, number>;
  readonly missingPrice: MissingPrice;
}

/** Puts rows of customers against each other and against what is there already. */
export class CheckCustomers {
  /** The last place of each route among the numbers that the file gives. */
  readonly lastByRoute = new Map<number, number>();
  private readonly once;
  private readonly legacy = new Map<
    string,
    { readonly line: number; readonly number: string | null; readonly found: string }
  >();

  private constructor(
    private readonly places: Places,
    private readonly taken: TakenAlready,
    private readonly findings: Findings,
  ) {
    this.once = {
      number: new Once('customer_number', findings),
      legacy: new Once('legacy_number', findings),
      serial: new Once('meter_serial', findings),
      nik: new Once('nik', findings),
    };
  }

  /** @param taking rows are written: whoever closes a region or a category waits for them, and finds them */
  static async begin(
    tx: Tx,
    { taken, priced }: TakeoverChecks,
    findings: Findings,
    taking: boolean,
  ): Promise<CheckCustomers> {
    const routes = await tx.query<{ region: string; route: string; region_id: number; route_id: number }>(
      `SELECT w.code AS region, r.code AS route, w.id AS region_id, r.id AS route_id
       FROM wilayah w JOIN rute r ON r.region_id = w.id WHERE w.active${taking ? ' FOR KEY SHARE OF w' : ''}`,
    );
    const tariffs = await tx.query<{ code: string; id: number }>(
      `SELECT code, id FROM tarif WHERE active${taking ? ' FOR KEY SHARE' : ''}`,
    );
    return new CheckCustomers(
      {
        regions: new Set(routes.map(({ region }) => region)),
        routes: new Map(
          routes.map((one) => [
            `${one.region}/${one.route}`,
            { regionId: one.region_id, routeId: one.route_id },
          ]),
        ),
        tariffs: new Map(tariffs.map(({ code, id }) => [code, id])),
        missingPrice: await priced.of(
          tx,
          tariffs.map(({ id }) => id),
        ),
      },
      taken,
      findings,
    );
  }

  /** @returns the rows whose codes are known */
  async take(tx: Tx, rows: readonly LineRow<CustomerRow>[]): Promise<LineRow<PlacedCustomer>[]> {
    const taken = await this.taken.of(
      tx,
      rows.map(({ row }) => row),
    );
    return rows.flatMap(({ line, row }) => {
      this.seeOnce(line, row);
      const { customerNumber: number, legacyNumber: legacy, meter } = row;
      const nik = nikOf(row);
      if (number !== null && taken.numbers.has(number))
        this.say(line, 'customer_number', 'NUMBER_TAKEN', number);
      if (legacy !== null && taken.legacy.has(keyForm(legacy)))
        this.say(line, 'legacy_number', 'LEGACY_TAKEN', legacy);
      const asNumber = legacy === null ? null : normalizeCustomerNumber(legacy);
      if (
        legacy !== null &&
        asNumber?.ok === true &&
        asNumber.value !== number &&
        taken.numbers.has(asNumber.value)
      )
        this.say(line, 'legacy_number', 'LEGACY_IS_NUMBER', legacy);
      if (meter !== null && taken.serials.has(keyForm(meter.serial)))
        this.say(line, 'meter_serial', 'SERIAL_TAKEN', meter.serial);
      if (nik !== null && taken.niks.has(nik)) this.say(line, 'nik', 'NIK_TAKEN', `${nik.slice(0, 4)}…`);
      return this.place(line, row);
    });
  }

  /** What only the whole file can say: an earlier number that is the present one of another row. */
  finish(): void {
    for (const [value, { line, number, found }] of this.legacy)
      if (value !== number && this.once.number.has(value))
        this.say(line, 'legacy_number', 'LEGACY_IS_NUMBER', found);
  }

  private seeOnce(line: number, row: CustomerRow): void {
    const { customerNumber, legacyNumber, meter } = row;
    const nik = nikOf(row);
    if (customerNumber !== null) this.once.number.see(customerNumber, line, customerNumber);
    if (legacyNumber !== null) {
      this.once.legacy.see(keyForm(legacyNumber), line, legacyNumber);
      const as = normalizeCustomerNumber(legacyNumber);
      if (as.ok) this.legacy.set(as.value, { line, number: customerNumber, found: legacyNumber });
    }
    if (meter !== null) this.once.serial.see(keyForm(meter.serial), line, meter.serial);
    if (nik !== null) this.once.nik.see(nik, line, `${nik.slice(0, 4)}…`);
  }

  private place(line: number, row: CustomerRow): LineRow<PlacedCustomer>[] {
    const place = this.places.routes.get(`${row.region}/${row.route}`);
    const tariffId = this.places.tariffs.get(row.tariff);
    if (!this.places.regions.has(row.region)) this.say(line, 'region', 'REGION_UNKNOWN', row.region);
    else if (place === undefined) this.say(line, 'route', 'ROUTE_UNKNOWN', `${row.region} ${row.route}`);
    if (tariffId === undefined)
      this.say(line, 'tariff', 'TARIFF_UNKNOWN', row.tariff, likeliest(row.tariff, this.places.tariffs));
    const sizeMm = row.meter?.sizeMm;
    if (tariffId !== undefined && sizeMm !== undefined && this.places.missingPrice(tariffId, sizeMm) !== null)
      this.say(line, 'meter_size', 'SIZE_UNPRICED', String(sizeMm));
    if (place === undefined || tariffId === undefined) return [];
    const sequence =
      row.customerNumber === null ? 0 : (parseCustomerNumber(row.customerNumber)?.sequence ?? 0);
    if (sequence > (this.lastByRoute.get(place.routeId) ?? 0)) this.lastByRoute.set(place.routeId, sequence);
    return [{ line, row: { row, ...place, tariffId } }];
  }

  private say(
    line: number,
    field: string,
    code:
      | 'NUMBER_TAKEN'
      | 'LEGACY_TAKEN'
      | 'LEGACY_IS_NUMBER'
      | 'SERIAL_TAKEN'
      | 'NIK_TAKEN'
      | 'REGION_UNKNOWN'
      | 'ROUTE_UNKNOWN'
      | 'TARIFF_UNKNOWN'
      | 'SIZE_UNPRICED',
    found: string,
    suggestion: string | null = null,
  ): void {
    this.findings.add(line, { field, code, found, suggestion, refuses: true });
  }
}

/** `R.1` is perhaps `R-1`: the one category whose letters and digits are the same. */
function likeliest(code: string, tariffs: ReadonlyMap<string, number>): string | null {
  const bare = (text: string): string => text.replace(/[^A-Z0-9]/g, '');
  const alike = [...tariffs.keys()].filter((known) => bare(known) === bare(code));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** That nobody else may have: who left one house and lives in another stands in the file once of each. */
const nikOf = ({ nik, state }: CustomerRow): string | null => (state === 'NONAKTIF' ? null : nik);
