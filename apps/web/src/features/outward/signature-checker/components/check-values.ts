import type { BankCallDetailDto, CheckSignatureBody } from '@tirtapay/api-client';
import type { BankProtocol } from '@tirtapay/domain';
import type { PastedRequest } from './pasted-request';

/** The form, one text per field. */
export interface CheckValues extends Record<string, string> {
  protocol: BankProtocol;
  credential: string;
  method: string;
  request_target: string;
  timestamp: string;
  request_id: string;
  access_token: string;
  signature: string;
  body: string;
  bank_string: string;
}

export const NOTHING: CheckValues = {
  protocol: 'NATIVE',
  credential: '',
  method: 'POST',
  request_target: '',
  timestamp: '',
  request_id: '',
  access_token: '',
  signature: '',
  body: '',
  bank_string: '',
};

/** A pasted request replaces everything but the bank's own string to sign, which no request carries. */
export function valuesOfPaste(pasted: PastedRequest): Omit<CheckValues, 'bank_string'> {
  const { headers, target } = pasted;
  const header = (name: string) => headers[name] ?? '';
  const partner = header('x-partner-id') || header('x-client-key');
  const snap = header('x-api-key') === '' && (partner !== '' || target.startsWith('/api/snap/'));
  return {
    protocol: snap ? 'SNAP' : 'NATIVE',
    credential: snap ? partner : header('x-api-key'),
    method: pasted.method,
    request_target: target,
    timestamp: header('x-timestamp'),
    request_id: header('x-request-id'),
    access_token: header('authorization').replace(/^Bearer +/i, ''),
    signature: header('x-signature'),
    body: pasted.body,
  };
}

/** The log keeps neither signature nor access token. */
export function valuesOfCall(call: BankCallDetailDto): CheckValues {
  return {
    ...NOTHING,
    protocol: call.protocol,
    credential: call.credential ?? '',
    method: call.method,
    request_target: call.request_target,
    timestamp: call.request_timestamp,
    request_id: call.protocol === 'NATIVE' ? call.request_id : '',
    body: call.request_body ?? '',
  };
}

export function requestOf(values: CheckValues): CheckSignatureBody {
  const native = values.protocol === 'NATIVE';
  return {
    protocol: values.protocol,
    ...(native ? { key_id: values.credential.trim() } : { client_key: values.credential.trim() }),
    method: values.method.trim(),
    request_target: values.request_target.trim(),
    headers: {
      timestamp: values.timestamp.trim(),
      signature: values.signature.trim(),
      ...(native ? { request_id: values.request_id.trim() } : { access_token: values.access_token.trim() }),
    },
    body: values.body,
    ...(values.bank_string !== '' && { bank_string_to_sign: values.bank_string }),
  };
}
