import type { Language } from '../time';
import { readCustomerName, readField, type PpobFieldName, type ReadField } from './field';
import { mobileOperator } from './operators';
import { ppobService, type PpobService } from './service';

/** What somebody wants to buy, read from a body of the specification. */
export interface PpobOrder {
  readonly service: PpobService;
  readonly customerName: string;
  /** In the order and the form they are printed. */
  readonly fields: Readonly<Partial<Record<PpobFieldName, string | number>>>;
}

export interface OrderProblem {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly code: string;
  readonly words: Readonly<Record<Language, string>>;
}

export type ReadOrder =
  | { readonly ok: true; readonly order: PpobOrder }
  | { readonly ok: false; readonly problems: readonly OrderProblem[] };

const UNKNOWN_SERVICE = {
  id: 'Pilih salah satu dari dua belas layanan.',
  en: 'Must be one of the twelve services.',
};
const UNKNOWN_FIELD = { id: 'Isian ini tidak dikenal.', en: 'There is no such field.' };

/**
 * Reads a request body of the PPOB specification. Every field of the service is required and no other is taken:
 * whoever sends a price or a fee is told, not ignored.
 * @param besides fields of the envelope, read elsewhere
 */
export function readOrder(
  body: Readonly<Record<string, unknown>>,
  besides: readonly string[] = [],
): ReadOrder {
  const service = ppobService(body.service_code);
  if (service === null)
    return {
      ok: false,
      problems: [{ pointer: '/service_code', code: 'isService', words: UNKNOWN_SERVICE }],
    };
  const problems: OrderProblem[] = [];
  const take = (name: string, read: ReadField): string | number => {
    if (read.ok) return read.value;
    problems.push({ pointer: `/${name}`, ...read.problem });
    return '';
  };
  const customerName = String(take('customer_name', readCustomerName(body.customer_name)));
  const fields = Object.fromEntries(
    service.fields.map(({ name, kind }) => [name, take(name, readField(kind, body[name]))]),
  );
  const known = new Set<string>([
    'service_code',
    'customer_name',
    ...besides,
    ...service.fields.map(({ name }) => name),
  ]);
  for (const name of Object.keys(body))
    if (!known.has(name))
      problems.push({
        pointer: `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`,
        code: 'unknown_property',
        words: UNKNOWN_FIELD,
      });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, order: { service, customerName, fields } };
}

/** What two orders must share to mean the same; text, because it is hashed. */
export function orderMeaning({ service, customerName, fields }: PpobOrder): string {
  return JSON.stringify([
    service.code,
    customerName,
    ...service.fields.map(({ name }) => fields[name] ?? null),
  ]);
}

/** The parts of a variant: names of fields, or the operator of the phone number; nothing where the supplier says the price. */
export function variantOf({ pricing }: PpobService): readonly (PpobFieldName | 'operator')[] {
  return pricing.by === 'INQUIRY' ? [] : pricing.variant;
}

/** How the price list names what is ordered: `TELKOMSEL/10GB`, `Premium/1 Bulan`, or nothing. */
export function orderVariant({ service, fields }: PpobOrder): string {
  return variantOf(service)
    .map((part) =>
      part === 'operator' ? (mobileOperator(String(fields.nomor_hp)) ?? '') : String(fields[part] ?? ''),
    )
    .join('/');
}

/** The amount the client named, for services that are sold by nominal. */
export function orderNominal({ fields }: PpobOrder): number | null {
  return typeof fields.nominal === 'number' ? fields.nominal : null;
}

/** Whose account at the supplier the order is for; services without one are delivered to the name. */
export function orderAccount({ customerName, fields }: PpobOrder): string {
  const account =
    fields.nop ??
    fields.meter_number ??
    fields.no_pelanggan ??
    fields.nomor_hp ??
    fields.id_pelanggan ??
    fields.game_id ??
    customerName;
  return String(account);
}
