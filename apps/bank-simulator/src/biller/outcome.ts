import type { BankCall } from '../books/call-log';

/**
 * What a call proves to the bank. DONE: it happened. REFUSED: it did not and will not. UNAUTHORIZED: we were not
 * believed. UNKNOWN: it may have happened; ask or repeat, never conclude.
 */
export type Outcome = 'DONE' | 'REFUSED' | 'UNAUTHORIZED' | 'UNKNOWN';

/** ASPI: for a payment the bank takes "Inconsistent Request" as success. */
const POSTED_EARLIER = '4042518';

export function outcomeOf(call: BankCall): Outcome {
  if (call.status === null) return 'UNKNOWN';
  return call.protocol === 'SNAP' ? ofSnap(call) : ofNative(call, call.status);
}

function ofSnap({ response_code: code, status }: BankCall): Outcome {
  // The status line must say what the code says; a page of a proxy says nothing.
  if (!code?.startsWith(String(status))) return 'UNKNOWN';
  if (code === POSTED_EARLIER || /^200..00$/.test(code)) return 'DONE';
  if (code.startsWith('401')) return 'UNAUTHORIZED';
  return /^4(?!09|29)/.test(code) ? 'REFUSED' : 'UNKNOWN';
}

/**
 * A native answer counts when it is signed and says "no", not "not now"; a refused nonce says nothing about the call
 * that used it first.
 */
function ofNative({ response_code: code, verdict }: BankCall, status: number): Outcome {
  if (status === 401) return 'UNAUTHORIZED';
  if (verdict !== 'VALID') return 'UNKNOWN';
  if (status >= 200 && status < 300) return 'DONE';
  const open =
    ['payment.in_progress', 'auth.replayed'].includes(code ?? '') || status === 429 || status >= 500;
  return open ? 'UNKNOWN' : 'REFUSED';
}
