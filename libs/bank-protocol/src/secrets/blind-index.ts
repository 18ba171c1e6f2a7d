import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA256 of a value (32 bytes), so that an encrypted column (NIK) can be looked up and kept unique without being
 * readable. A plain hash would not do: 16 digits are tried in minutes. The caller passes the value normalised, and a
 * key of at least 32 bytes that is used for nothing else. Throws RangeError for a shorter key.
 */
export function blindIndex(key: Buffer, value: string): Buffer {
  if (key.length < 32) throw new RangeError('blind index key must be at least 32 bytes');
  return createHmac('sha256', key).update(value, 'utf8').digest();
}
