import type { SessionTokenDto } from '@tirtapay/api-client';
import { problemFrom } from './api-problem';
import { closeSession, currentSession, openSession } from './session';
import { finishLeaving, forgetLeaving, leave, leaveWithOtherTabs } from './leaving';

const answerFor = (id: number, name: string): SessionTokenDto =>
  ({ access_token: `token-of-${name}`, user: { id, name, username: name } }) as SessionTokenDto;

const sari = answerFor(1, 'Sari');
const budi = answerFor(2, 'Budi');
const done = () => Promise.resolve();
const offline = () => Promise.reject(problemFrom(undefined, undefined));
/** A token that has run out, while the server is away: the exchange for the next says nothing, so this is the answer. */
const ranOut = () => Promise.reject(problemFrom(undefined, { status: 401, code: 'auth.unauthenticated' }));

/** What a browser gives its pages: one storage for all tabs, and word of it to the others. */
const kept = new Map<string, string>();
const page = new EventTarget();
const heard = (key: string, newValue: string | null) => {
  page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
};

beforeAll(() => {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
  Object.assign(globalThis, { window: page, localStorage: storage });
});
afterEach(() => {
  forgetLeaving();
  closeSession();
});

/** The page is opened anew; the cookie that stayed belongs to whoever it lets in. */
async function opened(cookie: SessionTokenDto): Promise<{ told: number }> {
  let told = 0;
  openSession(cookie);
  await finishLeaving(() => {
    told += 1;
    return done();
  });
  return { told };
}

test('whoever left is not let in again by the cookie, and the server is told', async () => {
  for (const answer of [offline, ranOut]) {
    openSession(sari);
    await leave(answer);
    expect(currentSession()).toEqual({ status: 'anonymous', left: true });
    expect(await opened(sari)).toEqual({ told: 1 });
    expect(currentSession().status).toBe('anonymous');
    // Told once: after the next log-in a reload is a reload.
    expect(await opened(sari)).toEqual({ told: 0 });
    expect(currentSession().status).toBe('active');
  }
});

test('it is told again as long as the server cannot be told', async () => {
  openSession(sari);
  await leave(offline);
  openSession(sari);
  await finishLeaving(offline);
  expect(currentSession().status).toBe('anonymous');
  expect(await opened(sari)).toEqual({ told: 1 });
});

test('a log-out that was told leaves nothing to tell', async () => {
  openSession(sari);
  await leave(done);
  expect(currentSession()).toEqual({ status: 'anonymous', left: true });
  expect(await opened(sari)).toEqual({ told: 0 });
  expect(currentSession().status).toBe('active');
});

test('nobody is logged out because somebody else left', async () => {
  openSession(sari);
  await leave(offline);
  expect(await opened(budi)).toEqual({ told: 0 });
  expect(currentSession()).toMatchObject({ status: 'active', user: { id: 2 } });
});

describe('another tab', () => {
  const left = jest.fn();
  let stop: () => void;
  beforeEach(() => {
    left.mockClear();
    stop = leaveWithOtherTabs(left);
  });
  afterEach(() => {
    stop();
  });

  /** What this tab hears when a tab of that person is left. */
  async function leftElsewhere(who: SessionTokenDto): Promise<void> {
    openSession(who);
    await leave(offline);
  }

  test('of the same person is left as well', async () => {
    await leftElsewhere(sari);
    openSession(sari);
    for (const [key, value] of kept) heard(key, value);
    expect(currentSession()).toEqual({ status: 'anonymous', left: true });
    expect(left).toHaveBeenCalledTimes(1);
  });

  test('of somebody else stays', async () => {
    await leftElsewhere(sari);
    openSession(budi);
    for (const [key, value] of kept) heard(key, value);
    expect(currentSession()).toMatchObject({ status: 'active', user: { id: 2 } });
    expect(left).not.toHaveBeenCalled();
  });

  test('stays when somebody logs in, and when another word is kept', () => {
    openSession(sari);
    heard('tirtapay.leaving', null);
    heard('tirtapay.language', '1');
    expect(currentSession()).toMatchObject({ status: 'active', user: { id: 1 } });
    expect(left).not.toHaveBeenCalled();
  });
});
