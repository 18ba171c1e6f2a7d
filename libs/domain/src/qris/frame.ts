import { rupiah, type Rupiah } from '../money';
import { crc16 } from './crc16';
import { TAG } from './tags';
import { decodeTlv, type TlvField } from './tlv';

type Frame =
  | { readonly ok: true; readonly fields: readonly TlvField[]; readonly crc: string }
  | { readonly ok: false; readonly problem: 'TLV_MALFORMED' | 'CRC_MISSING' | 'CRC_MISMATCH' };

/** Lengths add up and the checksum, which must be the last field and upper case, covers everything before it. */
export function checkFrame(payload: string): Frame {
  const fields = decodeTlv(payload);
  if (!fields || fields.length === 0) return { ok: false, problem: 'TLV_MALFORMED' };
  const last = fields[fields.length - 1];
  if (last?.tag !== TAG.CRC || last.value.length !== 4) return { ok: false, problem: 'CRC_MISSING' };
  if (crc16(payload.slice(0, -4)) !== last.value) return { ok: false, problem: 'CRC_MISMATCH' };
  return { ok: true, fields, crc: last.value };
}

/** Both forms met in the wild, `10000` and `100003.00`; null for anything else, for zero and for sen. */
export function rupiahOfTag54(text: string): Rupiah | null {
  const written = /^(\d{1,13})(?:\.0{0,2})?$/.exec(text);
  const amount = written && text.length <= 13 ? Number(written[1]) : 0;
  return amount > 0 ? rupiah(amount) : null;
}
