import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Why an allow-list entry was refused; shown to the person who typed it. */
export type CidrProblem = 'FORMAT' | 'PREFIX_LENGTH' | 'PREFIX_TOO_WIDE';

/** One network: `text` is its canonical form, host bits cleared. */
export interface Cidr {
  readonly family: 'ipv4' | 'ipv6';
  readonly address: string;
  readonly prefix: number;
  readonly text: string;
}

export type CidrResult =
  { readonly ok: true; readonly cidr: Cidr } | { readonly ok: false; readonly problem: CidrProblem };

/** The widest networks a bank may be allowed from: wider is a typing error or an open door. */
const WIDEST = { ipv4: 8, ipv6: 32 } as const;
const BITS = { ipv4: 32, ipv6: 128 } as const;
const MAPPED_PREFIX = 96;

/**
 * A proper address in text: four decimal parts or IPv6, without a zone. `::10.0.0.5` is not: that form is long
 * deprecated, and ipaddr.js would quietly read it as the IPv4-mapped `::ffff:10.0.0.5`.
 */
function isAddress(text: string): boolean {
  return isIPv4(text) || (isIPv6(text) && !text.includes('%') && !/^::\d+\./.test(text));
}

/**
 * Reads one allow-list entry: a four-part decimal IPv4 or a proper IPv6 address, with or without `/prefix`. Stricter
 * than ipaddr.js, which takes `010.0.0.5` for 8.0.0.5 and accepts `10.5`, `167772165` and `0x0a000005` (reliability.md
 * S37). Prefixes wider than /8 (IPv4) or /32 (IPv6) are refused. An IPv4-mapped IPv6 network becomes the IPv4 network
 * it means; an entry with host bits set becomes its network.
 */
export function parseCidrStrict(text: string): CidrResult {
  const [address = '', prefixText, ...rest] = text.split('/');
  if (rest.length > 0 || !isAddress(address)) {
    return { ok: false, problem: 'FORMAT' };
  }
  const written = isIPv4(address) ? 'ipv4' : 'ipv6';
  if (prefixText !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(prefixText)) {
    return { ok: false, problem: 'PREFIX_LENGTH' };
  }
  const writtenPrefix = prefixText === undefined ? BITS[written] : Number(prefixText);
  if (writtenPrefix > BITS[written]) return { ok: false, problem: 'PREFIX_LENGTH' };

  const parsed = ipaddr.process(address);
  const family = parsed.kind();
  const prefix = family === written ? writtenPrefix : writtenPrefix - MAPPED_PREFIX;
  if (prefix < WIDEST[family]) return { ok: false, problem: 'PREFIX_TOO_WIDE' };

  const network = (family === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6).networkAddressFromCIDR(
    `${parsed.toString()}/${String(prefix)}`,
  );
  const canonical = network.toString();
  return { ok: true, cidr: { family, address: canonical, prefix, text: `${canonical}/${String(prefix)}` } };
}

/**
 * One spelling for one peer: `::ffff:10.0.0.5` and `::ffff:0a00:5` become `10.0.0.5`, IPv6 is compressed lower case
 * without its zone. Null for anything that is not an address.
 */
export function normalizeAddress(text: string): string | null {
  // What a dual-stack socket reports for an IPv4 peer, on every call: worth not going through the general parser.
  const plain = text.startsWith('::ffff:') ? text.slice('::ffff:'.length) : text;
  if (isIPv4(plain)) return plain;
  const address = text.split('%', 1)[0] ?? '';
  return isAddress(address) ? ipaddr.process(address).toString() : null;
}
