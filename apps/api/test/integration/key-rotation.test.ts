import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NativeBankClient } from '@tirtapay/bank-protocol';
import { randomBytes } from 'node:crypto';
import { createApp } from '../../src/app.setup';
import { loadConfig } from '../../src/platform/config';
import { eventually, testApp, type HttpCaller, type TestBank } from '../support';

const KEYS = {
  JWT_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  DATA_KEYS: `1:${randomBytes(32).toString('base64')}`,
};
const app = testApp({ environment: KEYS });

/** A second process of the same product, as far as it can be told from outside. */
let second: NestFastifyApplication;
let secondUrl: string;
let it1: HttpCaller;
let it2: HttpCaller;

beforeAll(async () => {
  it1 = await app.as('it');
  it2 = await app.as('it2');
  const config = loadConfig({
    ...KEYS,
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: app.database.appUrl,
    DATABASE_OWNER_URL: app.database.ownerUrl,
    TIRTAPAY_JOBS: '0',
  });
  second = await createApp(config, app.clock, false);
  await second.listen(0, '127.0.0.1');
  secondUrl = (await second.getUrl()).replace('[::1]', '127.0.0.1');
});

afterAll(() => second.close());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function clients(bank: TestBank, secret: string): NativeBankClient[] {
  return [app.url, secondUrl].map(
    (baseUrl) => new NativeBankClient({ baseUrl, keyId: bank.keyId, secret, now: () => app.clock.now() }),
  );
}

/** 401 when refused; 404 is the answer of a business that knows no such reference. */
async function statuses(bank: TestBank, secret: string): Promise<number[]> {
  const answers = await Promise.all(clients(bank, secret).map((client) => client.status('NONE/1')));
  return answers.map(({ status }) => status);
}

/** A copy of the credentials is kept for two seconds (fresh-copy.spec): after them a process knows what another changed. */
const refusedByBoth = (latest: readonly number[]) => latest.every((status) => status === 401);

async function keyRow(bank: TestBank): Promise<number> {
  const { id } = await app.database.one<{ id: number }>(
    'SELECT id::int FROM bank_api_key WHERE bank_id = $1',
    [bank.id],
  );
  return id;
}

async function approvedRotation(
  bank: TestBank,
  overlapHours: number,
): Promise<{ url: string; summary: string }> {
  const url = `/banks/${String(bank.id)}/keys/${String(await keyRow(bank))}`;
  const asked = await it1.post<{ approval_id: number }>(`${url}/rotations`, {
    overlap_hours: overlapHours,
    reason: 'rotasi berkala',
  });
  expect(asked.status).toBe(202);
  const decided = await it2.post(`/approvals/${String(asked.body.approval_id)}/decision`, {
    decision: 'APPROVE',
  });
  expect(decided.status).toBe(200);
  const { summary } = await app.database.one<{ summary: string }>(
    'SELECT summary FROM persetujuan WHERE id = $1',
    [asked.body.approval_id],
  );
  return { url, summary };
}

/** What the page of the bank says of its key. */
async function rotationOf(bank: TestBank) {
  const { body } = await it1.get<{
    keys: { rotation_keeps_older: boolean; previous_valid_until: string | null }[];
  }>(`/banks/${String(bank.id)}`);
  return body.keys[0] ?? { rotation_keeps_older: null, previous_valid_until: null };
}

async function rotate(bank: TestBank, overlapHours: number): Promise<string> {
  const { url } = await approvedRotation(bank, overlapHours);
  const revealed = await it1.post<{ secret: string }>(`${url}/reveal`);
  expect(revealed.status).toBe(200);
  return revealed.body.secret;
}

describe('rotating a key under load', () => {
  it('refuses no call: the old secret until the overlap ends, the new one from the moment it is shown', async () => {
    const bank = await app.make.bank();
    const seen: number[] = [];
    let secret = bank.secret;
    let done = false;
    const load = async (offset: number): Promise<void> => {
      for (let call = 0; !done || call < 100; call += 1) {
        // Half of the bank's servers have the new secret already, the others not yet.
        const own = call % 2 === 0 ? secret : bank.secret;
        const [first, other] = clients(bank, own);
        const client = (call + offset) % 2 === 0 ? first : other;
        seen.push((await client?.status('NONE/1'))?.status ?? 0);
        await pause(5);
      }
    };
    const running = [load(0), load(1), load(0), load(1)];
    secret = await rotate(bank, 1);
    // The new secret is known: now the half that has it calls with it for a while.
    const rotated = seen.length;
    await eventually(
      () => seen.length,
      (calls) => calls >= rotated + 100,
    );
    done = true;
    await Promise.all(running);
    expect(secret).not.toBe(bank.secret);
    expect(seen.length).toBeGreaterThanOrEqual(200);
    expect(seen.filter((status) => status !== 404)).toEqual([]);
  });

  it('refuses the old secret once the overlap is over', async () => {
    const bank = await app.make.bank();
    const secret = await rotate(bank, 2);
    expect(await statuses(bank, bank.secret)).toEqual([404, 404]);
    app.clock.advance(3 * 3_600_000);
    await eventually(() => statuses(bank, bank.secret), refusedByBoth);
    expect(await statuses(bank, secret)).toEqual([404, 404]);
    app.clock.advance(-3 * 3_600_000);
  });

  it('goes on with what the bank knows when the last rotation was never shown, no longer than was agreed', async () => {
    const bank = await app.make.bank();
    expect((await approvedRotation(bank, 2)).summary).not.toContain('perhatian');
    expect(await rotationOf(bank)).toMatchObject({ rotation_keeps_older: true });
    const agreed = (await rotationOf(bank)).previous_valid_until;
    app.clock.advance(300_000);
    const again = await approvedRotation(bank, 168);
    expect(again.summary).toContain('belum pernah ditampilkan');
    expect((await rotationOf(bank)).previous_valid_until).toBe(agreed);
    const secret = (await it1.post<{ secret: string }>(`${again.url}/reveal`)).body.secret;
    expect([await statuses(bank, bank.secret), await statuses(bank, secret)]).toEqual([
      [404, 404],
      [404, 404],
    ]);
    app.clock.advance(2 * 3_600_000);
    await eventually(() => statuses(bank, bank.secret), refusedByBoth);
    expect(await statuses(bank, secret)).toEqual([404, 404]);
    app.clock.advance(-2 * 3_600_000 - 300_000);
  });

  it('is refused when the secret that was to go by the request was shown before the decision', async () => {
    const bank = await app.make.bank();
    const { url } = await approvedRotation(bank, 24);
    const asked = await it1.post<{ approval_id: number }>(`${url}/rotations`, {
      overlap_hours: 24,
      reason: 'rotasi berkala',
    });
    const approval = `/approvals/${String(asked.body.approval_id)}`;
    expect((await it2.get<{ payload: object }>(approval)).body.payload).toMatchObject({
      rotation_keeps_older: true,
    });
    const { secret } = (await it1.post<{ secret: string }>(`${url}/reveal`)).body;
    const decide = (decision: object) => it2.post<{ code?: string }>(`${approval}/decision`, decision);
    const refused = await decide({ decision: 'APPROVE' });
    expect([refused.status, refused.body.code]).toEqual([409, 'approval.outdated']);
    // Nothing of it was carried out.
    expect([await statuses(bank, bank.secret), await statuses(bank, secret)]).toEqual([
      [404, 404],
      [404, 404],
    ]);
    expect((await decide({ decision: 'REJECT', note: 'Sudah ditampilkan' })).status).toBe(200);
    const again = await approvedRotation(bank, 24);
    expect(again.summary).toContain('langsung ditolak');
    await eventually(() => statuses(bank, bank.secret), refusedByBoth);
    expect(await statuses(bank, secret)).toEqual([404, 404]);
  });

  it('goes on with the secret that was shown last when a rotation is made anew inside its overlap', async () => {
    const bank = await app.make.bank();
    // The bank changes over at once; two days later it is rotated again, inside the seven days of the first.
    const shown = await rotate(bank, 168);
    expect(await rotationOf(bank)).toMatchObject({ rotation_keeps_older: false });
    const again = await approvedRotation(bank, 2);
    expect(again.summary).toContain('langsung ditolak');
    const secret = (await it1.post<{ secret: string }>(`${again.url}/reveal`)).body.secret;
    expect([
      await statuses(bank, shown),
      await statuses(bank, secret),
      await statuses(bank, bank.secret),
    ]).toEqual([
      [404, 404],
      [404, 404],
      [401, 401],
    ]);
    // One that leaked goes without overlap, and with it all before it.
    const clean = await rotate(bank, 0);
    expect([await statuses(bank, clean), await statuses(bank, secret), await statuses(bank, shown)]).toEqual([
      [404, 404],
      [401, 401],
      [401, 401],
    ]);
  });

  it('shows the new secret once, and to the one who asked only', async () => {
    const bank = await app.make.bank();
    await rotate(bank, 0);
    const url = `/banks/${String(bank.id)}/keys/${String(await keyRow(bank))}/reveal`;
    expect((await it1.post(url)).status).toBe(404);
    expect((await it2.post(url)).status).toBe(404);
  });
});

describe('revoking a key', () => {
  it('is refused by the process that was told at once, by the other when it reads anew', async () => {
    const bank = await app.make.bank();
    expect(await statuses(bank, bank.secret)).toEqual([404, 404]);
    const url = `/banks/${String(bank.id)}/keys/${String(await keyRow(bank))}/revocation`;
    expect((await it1.post(url, { reason: 'kunci bocor', last_key_confirmed: true })).status).toBe(204);
    expect((await statuses(bank, bank.secret))[0]).toBe(401);
    await eventually(() => statuses(bank, bank.secret), refusedByBoth);
  });
});
