/** A month of a customer: what a reading is of. */
export interface ReadingKey {
  readonly customer_id: number;
  readonly period: string;
}

/** It as one word, to look it up by. */
export function basisKey(key: ReadingKey): string {
  return `${String(key.customer_id)}/${key.period}`;
}
