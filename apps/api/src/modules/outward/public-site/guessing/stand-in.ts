import { createHash } from 'node:crypto';
import { buildCustomerNumber } from '@tirtapay/domain';

/** No region has this code: a number of it is nobody's, and is only ever counted. */
const NOWHERE = '00';
const PLACES = 99_999;

/**
 * Where an earlier number that nobody had is counted: those that differ in their last digits stand beside each other, as
 * the numbers of a route do.
 */
export function standInFor(legacy: string): string {
  const [, head = '', tail = ''] = /^(.*?)([0-9]{0,5})$/.exec(legacy) ?? [];
  const route = createHash('sha256').update(head).digest().readUInt16BE(0) % 10_000;
  const sequence = (Number(tail === '' ? 0 : tail) % PLACES) + 1;
  return buildCustomerNumber({ region: NOWHERE, route: String(route).padStart(4, '0'), sequence });
}
