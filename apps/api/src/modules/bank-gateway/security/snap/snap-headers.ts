import { bearerToken, isExternalId } from '@tirtapay/bank-protocol';
import type { IncomingHttpHeaders } from 'node:http';
import { SnapRefusal } from './snap-refusal';

/** Headers of a transaction, each of the right shape; whether they are true is checked afterwards. */
export interface SnapHeaders {
  readonly timestamp: string;
  readonly signature: string;
  readonly partnerId: string;
  readonly externalId: string;
  /** What stands after `Bearer `; '' for an Authorization of another form, null when there is none. */
  readonly token: string | null;
}

export interface SnapTokenHeaders {
  readonly timestamp: string;
  readonly signature: string;
  readonly clientKey: string;
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;
const PRINTABLE = /^[\x21-\x7e]{1,36}$/;
const CLIENT_KEY = /^[A-Za-z0-9._-]{1,64}$/;
/** Not signed, hence information only: its form is checked, its value is not held against the partner. */
const CHANNEL_ID = /^[A-Za-z0-9]{1,5}$/;
const MAX_SIGNATURE = 4_096;

/** @throws SnapRefusal 400xx02 for a missing header, 400xx01 for one of a wrong form */
export function readSnapHeaders(headers: IncomingHttpHeaders): SnapHeaders {
  const names = ['Content-Type', 'X-TIMESTAMP', 'X-SIGNATURE', 'X-PARTNER-ID', 'X-EXTERNAL-ID', 'CHANNEL-ID'];
  requirePresent(headers, names);
  requireForm(headers, 'Content-Type', JSON_TYPE);
  requireForm(headers, 'CHANNEL-ID', CHANNEL_ID);
  const externalId = value(headers, 'X-EXTERNAL-ID');
  if (!isExternalId(externalId)) throw new SnapRefusal('invalidFieldFormat', { detail: 'X-EXTERNAL-ID' });
  const authorization = headers.authorization;
  return {
    ...signed(headers),
    partnerId: requireForm(headers, 'X-PARTNER-ID', PRINTABLE),
    externalId,
    token: authorization === undefined ? null : (bearerToken(authorization) ?? ''),
  };
}

/** @throws SnapRefusal as above */
export function readSnapTokenHeaders(headers: IncomingHttpHeaders): SnapTokenHeaders {
  requirePresent(headers, ['Content-Type', 'X-TIMESTAMP', 'X-SIGNATURE', 'X-CLIENT-KEY']);
  requireForm(headers, 'Content-Type', JSON_TYPE);
  return { ...signed(headers), clientKey: requireForm(headers, 'X-CLIENT-KEY', CLIENT_KEY) };
}

function signed(headers: IncomingHttpHeaders): { timestamp: string; signature: string } {
  const signature = value(headers, 'X-SIGNATURE');
  if (signature.length > MAX_SIGNATURE)
    throw new SnapRefusal('invalidFieldFormat', { detail: 'X-SIGNATURE' });
  // A timestamp of a wrong form is a wrong timestamp (401), judged with its value.
  return { timestamp: value(headers, 'X-TIMESTAMP'), signature };
}

function value(headers: IncomingHttpHeaders, name: string): string {
  const given = headers[name.toLowerCase()];
  return typeof given === 'string' ? given : '';
}

function requirePresent(headers: IncomingHttpHeaders, names: readonly string[]): void {
  const missing = names.find((name) => value(headers, name) === '');
  if (missing !== undefined) throw new SnapRefusal('invalidMandatoryField', { detail: missing });
}

function requireForm(headers: IncomingHttpHeaders, name: string, form: RegExp): string {
  const given = value(headers, name);
  if (!form.test(given)) throw new SnapRefusal('invalidFieldFormat', { detail: name });
  return given;
}
