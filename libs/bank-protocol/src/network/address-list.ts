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

/** A compiled allow-list: parsed once, asked on every call. Throws CidrError for an entry that is not a strict CIDR. */
export class AddressList {
  private readonly networks: readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];

  constructor(entries: readonly string[]) {
    this.networks = entries.map((entry) => {
      const result = parseCidrStrict(entry);
      if (!result.ok) throw new CidrError(entry, result.problem);
      return [ipaddr.parse(result.cidr.address), result.cidr.prefix] as const;
    });
  }

  /** True when the address (IPv4, IPv6 or IPv4-mapped, as a socket reports it) lies in one of the networks. */
  includes(ip: string): boolean {
    const normalized = normalizeAddress(ip);
    if (normalized === null) return false;
    const address = ipaddr.parse(normalized);
    return this.networks.some(
      ([network, prefix]) => network.kind() === address.kind() && address.match(network, prefix),
    );
  }
}
