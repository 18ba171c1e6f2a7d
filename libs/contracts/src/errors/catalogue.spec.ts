import { ERROR_CATALOGUE, ERROR_CODES, isErrorCode, problemType, type ErrorCode } from '..';

/** The bank contract fixes these by page; a bank's software branches on them. */
const BANK_CONTRACT: [ErrorCode, number][] = [
  ['request.invalid', 400],
  ['request.too_large', 413],
  ['request.unsupported_media', 415],
  ['request.rate_limited', 429],
  ['auth.signature_invalid', 401],
  ['auth.replayed', 409],
  ['auth.ip_denied', 403],
  ['customer.not_found', 404],
  ['bill.none_open', 404],
  ['bill.not_oldest_first', 422],
  ['bill.already_paid', 409],
  ['inquiry.expired', 409],
  ['payment.not_found', 404],
  ['payment.in_progress', 409],
  ['payment.reversed', 409],
  ['payment.reference_reused', 422],
  ['payment.amount_mismatch', 422],
  ['payment.reversal_closed', 409],
  ['payment.outcome_unknown', 503],
  ['bank.cutoff', 503],
  ['bank.not_live', 403],
];

describe('error catalogue', () => {
  test.each(BANK_CONTRACT)('%s is %d, and banks are told about it', (code, status) => {
    expect(ERROR_CATALOGUE[code].status).toBe(status);
    expect(ERROR_CATALOGUE[code].audience).toContain('bank');
  });

  test('exactly the listed codes, each once', () => {
    expect(Object.keys(ERROR_CATALOGUE).sort()).toEqual([...ERROR_CODES].sort());
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
    expect(isErrorCode('payment.reversed')).toBe(true);
    expect(isErrorCode('payment.stolen')).toBe(false);
  });

  test.each(ERROR_CODES)('%s says what, why and what to do, in both languages', (code) => {
    const entry = ERROR_CATALOGUE[code];
    expect(code).toMatch(/^[a-z_]+\.[a-z_]+$/);
    expect([400, 401, 403, 404, 405, 406, 408, 409, 413, 415, 422, 429, 500, 503]).toContain(entry.status);
    expect(entry.audience.length).toBeGreaterThan(0);
    for (const text of [entry.title, entry.cause, entry.fix]) {
      expect(text.id.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
      expect(text.id).not.toBe(text.en);
    }
    // A title is a heading, cause and fix are sentences.
    expect(entry.title.id).not.toMatch(/\.$/);
    expect(entry.cause.id).toMatch(/\.$/);
    expect(entry.fix.en).toMatch(/\.$/);
  });

  test('limits and outages may be retried, refusals may not', () => {
    for (const code of ERROR_CODES) {
      const { status, safeToRetry } = ERROR_CATALOGUE[code];
      // A request whose outcome nobody knows may have been carried out: look first. A payment has its reference.
      if (status === 429 || status === 503) expect(safeToRetry).toBe(code !== 'request.outcome_unknown');
      if (status === 400 || status === 403 || status === 422) expect(safeToRetry).toBe(false);
    }
  });

  test('the type member points at the entry', () => {
    expect(problemType('bill.none_open')).toBe('/docs/errors#bill.none_open');
  });
});
