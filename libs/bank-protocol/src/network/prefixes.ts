import ipaddr from 'ipaddr.js';
import { normalizeAddress } from './cidr';

/** Sixteen-bit groups of an IPv6 address that name the holder of a line (/64), and the customer of a provider (/48). */
const LINE_GROUPS = 4;
const SITE_GROUPS = 3;
const NETWORK_PARTS = 3;

function groups(address: string, count: number): string {
  return ipaddr.parse(address).toNormalizedString().split(':').slice(0, count).join(':');
}

/**
 * Who one counts when one counts addresses: the IPv4 address, or the /64 of an IPv6 address, since whoever has an IPv6
 * line has all of it. A text that is no address is its own line.
 */
export function lineOf(ip: string): string {
  const address = normalizeAddress(ip);
  if (address === null) return ip;
  return address.includes(':') ? groups(address, LINE_GROUPS) : address;
}

/** The neighbourhood of an address: /24 of IPv4, /48 of IPv6. */
export function networkOf(ip: string): string {
  const address = normalizeAddress(ip);
  if (address === null) return ip;
  return address.includes(':')
    ? groups(address, SITE_GROUPS)
    : address.split('.').slice(0, NETWORK_PARTS).join('.');
}
