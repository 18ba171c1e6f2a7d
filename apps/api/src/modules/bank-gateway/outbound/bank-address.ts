import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** Why an address of a bank may not be called. */
export type BankAddressProblem = 'MALFORMED' | 'NOT_HTTPS' | 'CREDENTIALS' | 'PORT' | 'HOST';

export type BankAddressResult =
  { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly problem: BankAddressProblem };

const PLAIN_HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** Where banks serve HTTPS; anything else is a way to knock on other doors through us. */
const PORTS = new Set(['', '443', '8443']);

/**
 * Whether we may call this address of a bank: https to a name of the public DNS. On a system that is not in production
 * also plain http to this machine, for the sandbox bank. A host that is not written as the URL parser reads it
 * (`127.1`, `0x7f.1`, a look-alike letter) is refused: nobody could approve what they cannot see.
 */
export function checkBankAddress(text: string, options: { readonly production: boolean }): BankAddressResult {
  const refuse = (problem: BankAddressProblem): BankAddressResult => ({ ok: false, problem });
  if (!URL.canParse(text) || /[\s\\]/.test(text)) return refuse('MALFORMED');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || text.includes('@')) return refuse('CREDENTIALS');
  if (url.search !== '' || url.hash !== '') return refuse('MALFORMED');
  const written = /^[a-z]+:\/\/(\[[^/\]]*\]|[^/:]+)(?=[:/]|$)/.exec(text)?.[1];
  if (written !== url.hostname) return refuse('HOST');
  const loopback = LOOPBACK_HOSTS.has(url.hostname);
  if (!options.production && loopback && /^https?:$/.test(url.protocol)) return { ok: true, url };
  if (url.protocol !== 'https:') return refuse('NOT_HTTPS');
  if (!PORTS.has(url.port)) return refuse('PORT');
  if (!PLAIN_HOST.test(url.hostname) || url.hostname.split('.').some((label) => label.startsWith('xn--')))
    return refuse('HOST');
  return { ok: true, url };
}

export interface PinnedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/**
 * Resolves once, checks every answer, and returns the one address the call must use: a name that is public when it is
 * looked at and private when it is called (DNS rebinding) leads nowhere.
 * @throws Error when the name does not resolve or any of its addresses is not a public one
 */
export async function pinAddress(
  url: URL,
  options: { readonly production: boolean },
): Promise<PinnedAddress> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true, verbatim: true });
  const ranges = found.map(({ address }) => ipaddr.process(address).range());
  const allowed = !options.production && LOOPBACK_HOSTS.has(url.hostname) ? 'loopback' : 'unicast';
  const [first] = found;
  if (first === undefined || ranges.some((range) => range !== allowed))
    throw new Error(`${host} leads to an address that may not be called`);
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
}
