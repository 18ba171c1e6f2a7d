import type { SessionTokenDto } from '@tirtapay/api-client';
import {
  closeSession,
  currentSession,
  currentToken,
  expireSession,
  openSession,
  renewSession,
} from './session';

const answerFor = (id: number, name: string): SessionTokenDto =>
  ({ access_token: `token-of-${name}`, user: { id, name, username: name } }) as SessionTokenDto;

afterEach(closeSession);

test('a page that is opened takes whoever the browser knows', () => {
  expect(renewSession(answerFor(1, 'Sari'))).toBe(true);
  expect(currentSession()).toMatchObject({ status: 'active', user: { id: 1 } });
});

test('the same person goes on with another token', () => {
  openSession(answerFor(1, 'Sari'));
  expect(renewSession({ ...answerFor(1, 'Sari'), access_token: 'next' })).toBe(true);
  expect(currentToken()).toBe('next');
});

test('whoever logged in in another tab does not act from the page of somebody else', () => {
  openSession(answerFor(1, 'Sari'));
  expect(renewSession(answerFor(2, 'Budi'))).toBe(false);
  expect(currentToken()).toBeUndefined();
  expect(currentSession()).toMatchObject({ status: 'expired', user: { id: 1 }, takenBy: 'Budi' });
});

test('a session that only ended was taken by nobody', () => {
  openSession(answerFor(1, 'Sari'));
  expireSession();
  expect(currentSession()).toMatchObject({ status: 'expired', user: { id: 1 }, takenBy: null });
});

test('whoever left while the next token was on its way is not let in by it', () => {
  openSession(answerFor(1, 'Sari'));
  closeSession();
  expect(renewSession(answerFor(1, 'Sari'))).toBe(false);
  expect(currentToken()).toBeUndefined();
  expect(currentSession().status).toBe('anonymous');
});
