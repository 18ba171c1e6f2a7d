import { channelName, COLLECTION_CHANNELS } from '@tirtapay/domain';
import type { ReportCell, ReportColumn, ReportParameter, ReportSource, Words } from './report';

/*
 * Columns and parameters in one line each, so that a definition reads like the head of its table.
 */

export const words = (id: string, en: string): Words => ({ id, en });

type More = Omit<ReportColumn, 'key' | 'title' | 'cell'>;

const of =
  (cell: ReportCell) =>
  (key: string, id: string, en: string, more: More = {}): ReportColumn => ({
    key,
    title: { id, en },
    cell,
    ...more,
  });

export const text = of('TEXT');
export const identifier = of('IDENTIFIER');
export const period = of('PERIOD');
export const date = of('DATE');
export const moment = of('MOMENT');
export const channel = of('CHANNEL');
export const count = of('COUNT');
export const volume = of('VOLUME');
export const rupiah = of('RUPIAH');
export const balance = of('BALANCE');
/** Red unless it is nothing. */
export const difference = of('DIFFERENCE');

export const word = (
  key: string,
  id: string,
  en: string,
  words: Readonly<Record<string, Words>>,
  more: More = {},
): ReportColumn => ({ key, title: { id, en }, cell: 'WORD', words, ...more });

/** `of` in hundredths of `per`, with two decimals; nothing where `per` is nothing. */
export const percent = (key: string, id: string, en: string, parts: NonNullable<ReportColumn['ratio']>) => ({
  ...of('PERCENT')(key, id, en),
  ratio: parts,
});

/** `of` for each of `per`, with two decimals. */
export const average = (key: string, id: string, en: string, parts: NonNullable<ReportColumn['ratio']>) => ({
  ...of('AVERAGE')(key, id, en),
  ratio: parts,
});

const asked =
  (kind: ReportParameter['kind']) =>
  (name: string, id: string, en: string, optional = false): ReportParameter => ({
    name,
    title: { id, en },
    kind,
    optional,
  });

const day = asked('DATE');
const month = asked('PERIOD');

/** From and to, business dates. */
export const DAYS: readonly ReportParameter[] = [
  day('from', 'Dari tanggal', 'From'),
  day('to', 'Sampai tanggal', 'To'),
];
/** From and to, usage months. */
export const PERIODS: readonly ReportParameter[] = [
  month('from', 'Dari periode', 'From period'),
  month('to', 'Sampai periode', 'To period'),
];
/** One business date. */
export const DAY = day('day', 'Tanggal', 'Date');
export const PERIOD = month('period', 'Periode', 'Period');
export const UNTIL = month('until', 'Sampai periode', 'Up to period', true);
export const CUSTOMER = asked('CUSTOMER')('customer', 'No. pelanggan', 'Customer no.');

const from = (name: string, id: string, en: string, source: ReportSource): ReportParameter => ({
  name,
  title: { id, en },
  kind: 'CHOICE',
  choices: source,
  optional: true,
});

export const REGION = from('region', 'Wilayah', 'Region', 'REGION');
export const TARIFF = from('tariff', 'Golongan', 'Category', 'TARIFF');
export const COLLECTOR = from('collector', 'Penerima', 'Collector', 'COLLECTOR');
export const READER = from('reader', 'Pencatat', 'Reader', 'PERSON');
export const CASHIER = from('cashier', 'Kasir', 'Cashier', 'PERSON');
export const POLICY = from('policy', 'Kebijakan denda', 'Penalty policy', 'POLICY');
/** Whoever's statements are reconciled. */
export const STATEMENT_OWNER = from(
  'collector',
  'Bank, pemasok, mitra',
  'Bank, supplier, partner',
  'STATEMENT',
);

export const CHANNEL: ReportParameter = {
  ...choice(
    'channel',
    'Kanal',
    'Channel',
    Object.fromEntries(
      COLLECTION_CHANNELS.map((code) => [code, words(channelName(code, 'id'), channelName(code, 'en'))]),
    ),
  ),
  optional: true,
};

/** One of several, or of all. */
export const oneOf = (
  name: string,
  id: string,
  en: string,
  choices: Readonly<Record<string, Words>>,
): ReportParameter => ({ ...choice(name, id, en, choices), optional: true });

/** One of several, of which the first is the usual. */
export function choice(
  name: string,
  id: string,
  en: string,
  choices: Readonly<Record<string, Words>>,
): ReportParameter {
  return { name, title: { id, en }, kind: 'CHOICE', choices };
}
