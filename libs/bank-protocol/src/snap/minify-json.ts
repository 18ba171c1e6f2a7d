const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const isJsonSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/**
 * SNAP's `minify(RequestBody)` done lexically: drops the JSON white space outside strings, keeps every other byte.
 * Never parse and stringify for this: Node would turn `12345678901234567890` into another number and `1.0` into `1`,
 * and a plain white space strip would eat the leading spaces of `partnerServiceId` (payment-standards §1.4).
 * Input that is not JSON is minified by the same rule and never throws. Returns the input buffer itself when there is
 * nothing to drop.
 */
export function minifyJson(raw: Buffer | string): Buffer {
  const source = typeof raw === 'string' ? Buffer.from(raw, 'utf8') : raw;
  const target = Buffer.allocUnsafe(source.length);
  let length = 0;
  let inString = false;
  let escaped = false;
  for (const byte of source) {
    if (!inString && isJsonSpace(byte)) continue;
    target[length] = byte;
    length += 1;
    if (escaped) escaped = false;
    else if (inString && byte === BACKSLASH) escaped = true;
    else if (byte === QUOTE) inString = !inString;
  }
  return length === source.length ? source : target.subarray(0, length);
}
