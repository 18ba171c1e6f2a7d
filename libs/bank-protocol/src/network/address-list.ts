import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';
import { normalizeAddress, parseCidrStrict, type CidrProblem } from './cidr';

/** An allow-list entry that {@link parseCidrStrict} refuses. */
export class CidrError extends Error {
  override readonly name = 'CidrError';

  constructor(
    readonly entry: string,
    readonly problem: CidrProblem,
  ) {
    super(`allow-list entry refused (${problem}): ${entry}`);
  }
}

/** A network of 32 bits as unsigned words: an address is inside when `(address & mask) === base`. */
interface Ipv4Network {
  readonly base: number;
  readonly mask: number;
}

/** The four decimal parts of a valid IPv4 address as one unsigned word. */
function ipv4Word(address: string): number {
  return address.split('.').reduce((word, part) => ((word << 8) | Number(part)) >>> 0, 0);
}

/**
 * A compiled allow-list: parsed once, asked several times per call. IPv4, also in its IPv4-mapped form, is compared as
 * plain integers; the general parser costs twenty times as much. Throws CidrError for an entry that is not a strict
 * CIDR.
 */
export class AddressList {
  private readonly ipv4: readonly Ipv4Network[];
  private readonly ipv6: readonly (readonly [ipaddr.IPv6, number])[];

  constructor(entries: readonly string[]) {
    const networks = entries.map((entry) => {
      const result = parseCidrStrict(entry);
      if (!result.ok) throw new CidrError(entry, result.problem);
      return result.cidr;
    });
    this.ipv4 = networks
      .filter(({ family }) => family === 'ipv4')
      .map(({ address, prefix }) => ({ base: ipv4Word(address), mask: (0xffffffff << (32 - prefix)) >>> 0 }));
    this.ipv6 = networks
      .filter(({ family }) => family === 'ipv6')
      .map(({ address, prefix }) => [ipaddr.IPv6.parse(address), prefix] as const);
  }

  /** True when the address (IPv4, IPv6 or IPv4-mapped, as a socket reports it) lies in one of the networks. */
  includes(ip: string): boolean {
    const normalized = normalizeAddress(ip);
    if (normalized === null) return false;
    if (isIPv4(normalized)) {
      const word = ipv4Word(normalized);
      return this.ipv4.some(({ base, mask }) => (word & mask) >>> 0 === base);
    }
    const address = ipaddr.IPv6.parse(normalized);
    return this.ipv6.some(([network, prefix]) => address.match(network, prefix));
  }
}
