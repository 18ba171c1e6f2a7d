import type { SupplierWord } from '@tirtapay/domain';
import type { SupplierAnswer } from './supplier-port';

/** The object every answer and callback of Digiflazz is wrapped in. */
export interface DigiflazzData {
  readonly ref_id?: unknown;
  readonly status?: unknown;
  readonly rc?: unknown;
  readonly sn?: unknown;
  readonly price?: unknown;
  readonly selling_price?: unknown;
  readonly customer_name?: unknown;
  readonly message?: unknown;
}

/**
 * Codes by which the supplier says that this order was not and will not be carried out. Codes about the call itself
 * (payload, signature, user, address, reference) say nothing of an order that may stand, and codes we do not know mean
 * pending.
 */
const FAILED_CODES = new Set([
  '01',
  '02',
  '43',
  '44',
  '50',
  '51',
  '52',
  '53',
  '54',
  '55',
  '57',
  '58',
  '59',
  '60',
]);

const PENDING: SupplierWord = 'PENDING';

function wordOf({ status, rc }: DigiflazzData): SupplierWord {
  if (status === 'Sukses' && rc === '00') return 'SUCCESS';
  if (status === 'Gagal' && typeof rc === 'string' && FAILED_CODES.has(rc)) return 'FAILED';
  return PENDING;
}

function amount(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

const MAX_TEXT = 200;

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, MAX_TEXT) : null;
}

/** @returns null when the body has not the shape of an answer */
export function digiflazzData(body: unknown): DigiflazzData | null {
  if (typeof body !== 'object' || body === null || !('data' in body)) return null;
  return typeof body.data === 'object' && body.data !== null ? body.data : null;
}

export function supplierAnswer(data: DigiflazzData): SupplierAnswer {
  return {
    word: wordOf(data),
    serial: text(data.sn),
    cost: amount(data.price),
    message: text(data.message) ?? '',
  };
}

/** What we have left there; may be below zero where the supplier lends. */
export function depositAmount(body: unknown): number | null {
  const deposit = (digiflazzData(body) as { readonly deposit?: unknown } | null)?.deposit;
  return typeof deposit === 'number' && Number.isSafeInteger(deposit) ? deposit : null;
}

/** What the customer owes, of an inquiry. */
export function billedAmount(data: DigiflazzData): number | null {
  return amount(data.selling_price);
}

/** Whose bill it is, of an inquiry. */
export function billedName(data: DigiflazzData): string | null {
  return text(data.customer_name);
}
