import type { SignatureCheckDto } from '@tirtapay/api-client';
import { verdictOfCheck } from './verdict-of-check';

type Code = SignatureCheckDto['problems'][number]['code'];

const check = (...codes: Code[]): SignatureCheckDto => ({
  verdict: codes.length === 0 ? 'VALID' : 'INVALID',
  problems: codes.map((code) => ({ code, message: code })),
  our_string_to_sign: '',
  body_sha256: '',
  timestamp_skew_seconds: null,
  first_difference: null,
});

test('a right call is valid, a right call of yesterday is late', () => {
  expect(verdictOfCheck(check(), 's').kind).toBe('VALID');
  expect(verdictOfCheck(check('TIMESTAMP_SKEW'), 's').kind).toBe('LATE');
  expect(verdictOfCheck(check('TIMESTAMP_SKEW', 'SIGNATURE'), 's').kind).toBe('INVALID');
});

test('without a signature only what does not hang on it is told', () => {
  const { kind, problems } = verdictOfCheck(check('SIGNATURE_FORMAT', 'SIGNATURE', 'TARGET'), ' ');
  expect(kind).toBe('COMPARED');
  expect(problems.map((problem) => problem.code)).toEqual(['TARGET']);
});
