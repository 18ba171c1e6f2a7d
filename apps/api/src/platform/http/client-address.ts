import { AddressList, normalizeAddress } from '@tirtapay/bank-protocol';
import type { FastifyRequest } from 'fastify';

/**
 * The address a request really comes from: the TCP peer, or, only when the peer is a configured proxy, the last hop
 * of X-Forwarded-For that is not itself a proxy. Any other forwarding header is a claim of the caller and ignored.
 */
export class ClientAddress {
  private readonly proxies: AddressList;

  constructor(trustedProxyCidrs: readonly string[]) {
    this.proxies = new AddressList(trustedProxyCidrs);
  }

  of(request: FastifyRequest): string {
    const peer = normalizeAddress(request.socket.remoteAddress ?? '') ?? '';
    if (!this.proxies.includes(peer)) return peer;
    const header = request.headers['x-forwarded-for'];
    const hops = (Array.isArray(header) ? header.join(',') : (header ?? ''))
      .split(',')
      .map((hop) => hop.trim());
    for (const hop of hops.reverse()) {
      const address = normalizeAddress(hop);
      if (address === null) return peer;
      if (!this.proxies.includes(address)) return address;
    }
    return peer;
  }
}
