import { verdictOf } from './verdict';

const answer = (http_status: number, code: string | null = null, replayed = false) =>
  verdictOf({ http_status, code, replayed });

test('what went well needs no code', () => {
  expect(answer(200)).toEqual({ kind: 'DONE' });
  expect(answer(200, null, true)).toEqual({ kind: 'REPLAYED' });
  expect(answer(202)).toEqual({ kind: 'ACCEPTED' });
  expect(answer(200, '2002500')).toEqual({ kind: 'DONE' });
});

test('our codes are explained by the catalogue', () => {
  expect(answer(409, 'payment.already_paid')).toEqual({ kind: 'OURS', code: 'payment.already_paid' });
});

test('the service does not matter for the words of a SNAP code', () => {
  expect(answer(404, '4042414')).toEqual({ kind: 'SNAP', word: '40414' });
  expect(answer(404, '4042514')).toEqual({ kind: 'SNAP', word: '40414' });
});

test('4042518 is a success that was asked again', () => {
  expect(answer(404, '4042518')).toEqual({ kind: 'SNAP', word: '40418' });
});

test('what has no words says at least whose turn it is', () => {
  expect(answer(403, '4032577')).toEqual({ kind: 'OTHER', who: 'bank' });
  expect(answer(502)).toEqual({ kind: 'OTHER', who: 'us' });
});
