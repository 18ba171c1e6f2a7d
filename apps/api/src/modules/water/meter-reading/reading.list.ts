import {
  ANOMALY_SEVERITIES,
  type AnomalyReason,
  type AnomalySeverity,
  type ConditionCode,
  type MeterChange,
  type Period,
  READING_STATES,
  type StoredReadingMethod,
  type VerificationStep,
} from '@tirtapay/domain';
import type { ListDefinition, ListShape } from '../../../platform/list';
import { wasInRegion, wasOnRoute } from '../customers';
import { type ReadingDto } from './dto/reading.dto';
import { meterChangeOf } from './meter-change';
import type { PricedReading } from './reading-prices';

interface Row {
  id: number;
  customer_id: number;
  customer_number: string;
  name: string;
  address: string;
  tariff_code: string;
  period: Period;
  previous_stand: number;
  current_stand: number;
  usage_m3: number;
  overestimated_m3: number;
  ceiling_m3: number | null;
  meter_change: MeterChange | null;
  meter_serial: string;
  method: StoredReadingMethod;
  condition_code: ConditionCode;
  rollover: boolean;
  severity: AnomalySeverity;
  reasons: AnomalyReason[];
  status: ReadingDto['status'];
  read_at: Date;
  received_at: Date;
  reader: { id: number; name: string } | null;
  note: string | null;
  version: number;
  has_photo: boolean;
  size_mm: number;
  verification: {
    decision: VerificationStep;
    decided_by: { id: number; name: string } | null;
    decided_at: number;
    note: string | null;
  } | null;
}

/** A row of the list before it is priced. */
export interface ListedReading {
  readonly reading: Omit<ReadingDto, 'quote_total'>;
  readonly priced: PricedReading;
}

const PERSON = (column: string) =>
  `(SELECT json_build_object('id', p.id, 'name', p.name) FROM orang p WHERE p.id = ${column})`;

/** By customer or meter: each table through its own index. */
const SEARCH = [
  {
    find: 'SELECT s.id FROM pelanggan p JOIN meter_reading s ON s.customer_id = p.id WHERE p.customer_number LIKE $number',
    row: '(SELECT p.customer_number LIKE $number FROM pelanggan p WHERE p.id = r.customer_id)',
    among: 'r.customer_id IN (SELECT p.id FROM pelanggan p WHERE p.customer_number LIKE $number)',
  },
  {
    find: `SELECT s.id FROM pelanggan p JOIN meter_reading s ON s.customer_id = p.id WHERE (' ' || search_form(p.name)) LIKE $contains`,
    row: `(SELECT (' ' || search_form(p.name)) LIKE $contains FROM pelanggan p WHERE p.id = r.customer_id)`,
    among: `r.customer_id IN (SELECT p.id FROM pelanggan p WHERE (' ' || search_form(p.name)) LIKE $contains)`,
  },
  {
    find: 'SELECT s.id FROM meter m JOIN meter_reading s ON s.meter_id = m.id WHERE key_form(m.serial) LIKE $key',
    row: '(SELECT key_form(m.serial) LIKE $key FROM meter m WHERE m.id = r.meter_id)',
    among: 'r.meter_id IN (SELECT m.id FROM meter m WHERE key_form(m.serial) LIKE $key)',
  },
];

// Left joins on keys, so that counting pages never touches the joined tables.
const FROM = `meter_reading r
  LEFT JOIN pelanggan c ON c.id = r.customer_id
  LEFT JOIN tarif t ON t.id = c.tariff_id
  LEFT JOIN meter m ON m.id = r.meter_id`;

const SELECT = `r.id, r.customer_id, c.customer_number, c.name, c.address, t.code AS tariff_code, r.period,
  r.previous_stand, r.current_stand, r.usage_m3, r.method, r.condition_code, r.rollover, r.severity, r.reasons, r.status,
  r.overestimated_m3, r.ceiling_m3, ${meterChangeOf('r.id')} AS meter_change, m.serial AS meter_serial,
  coalesce(r.received_at, r.created_at) AS received_at, r.read_at, ${PERSON('r.read_by')} AS reader, r.note, r.version, m.size_mm,
  EXISTS (SELECT FROM foto_meter f WHERE f.client_id = r.client_id) AS has_photo,
  (SELECT json_build_object('decision', v.decision, 'decided_by', ${PERSON('v.decided_by')},
      'decided_at', floor(extract(epoch FROM v.decided_at) * 1000), 'note', v.note)
    FROM verification v WHERE v.reading_id = r.id ORDER BY v.id DESC LIMIT 1) AS verification`;

const SHAPE = {
  defaultSort: '-id',
  indexed: ['id', 'period'],
  // A reading another one took the place of counts in no sum.
  sums: { usage_m3: { sql: "CASE WHEN r.status <> 'CORRECTED' THEN r.usage_m3 END", kind: 'number' } },
  sortable: {
    id: 'r.id',
    period: 'r.period',
    read_at: 'r.read_at',
    usage_m3: 'r.usage_m3',
    severity: `array_position(ARRAY[${ANOMALY_SEVERITIES.map((one) => `'${one}'`).join(', ')}], r.severity)`,
    status: 'r.status',
    customer_number: 'c.customer_number',
    name: 'c.name',
  },
  filters: {
    period: { type: 'period', where: 'r.period = $$' },
    status: { type: 'text', where: 'r.status = ANY ($$)', choices: READING_STATES, many: true },
    severity: { type: 'text', where: 'r.severity = ANY ($$)', choices: ANOMALY_SEVERITIES, many: true },
    region_id: { type: 'integer', where: wasInRegion('r', '$$') },
    route_id: { type: 'integer', where: wasOnRoute('r', '$$') },
    customer_id: { type: 'integer', where: 'r.customer_id = $$' },
  },
  search: [{ sources: SEARCH }],
} as const satisfies ListShape;

export const READING_LIST_SHAPE: ListShape = SHAPE;

/** `text` writes an instant in the business zone. */
export function readingList(text: (epoch: number) => string): ListDefinition<Row, ListedReading> {
  return {
    ...SHAPE,
    from: FROM,
    select: SELECT,
    defaultSort: '-id',
    tieBreaker: 'r.id',
    map: (row) => ({
      reading: {
        id: row.id,
        customer: {
          id: row.customer_id,
          customer_number: row.customer_number,
          name: row.name,
          address: row.address,
          tariff_code: row.tariff_code,
        },
        period: row.period,
        previous_stand: row.previous_stand,
        current_stand: row.current_stand,
        usage_m3: row.usage_m3,
        overestimated_m3: row.overestimated_m3,
        ceiling_m3: row.ceiling_m3,
        meter_change: row.meter_change,
        meter_serial: row.meter_serial,
        method: row.method,
        condition_code: row.condition_code,
        rollover: row.rollover,
        severity: row.severity,
        reasons: row.reasons,
        status: row.status,
        read_at: text(row.read_at.getTime()),
        received_at: text(row.received_at.getTime()),
        read_by: row.reader,
        note: row.note,
        version: row.version,
        has_photo: row.has_photo,
        verification:
          row.verification === null
            ? null
            : { ...row.verification, decided_at: text(row.verification.decided_at) },
      },
      priced: {
        customerId: row.customer_id,
        period: row.period,
        usage: row.usage_m3,
        meterSizeMm: row.size_mm,
        sealed: row.method === 'NONE',
      },
    }),
  };
}
