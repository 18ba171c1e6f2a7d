import { RefusalCount } from '../../src/modules/bank-gateway/security';
import { BankCallLog } from '../../src/modules/bank-gateway/security/bank-call-log';
import { ReplayCleanup } from '../../src/modules/bank-gateway/security/replay-cleanup';
import { snapPartner } from '../support/snap-partner';
import { eventually, testApp, type HttpCaller, type TestBank } from '../support';

interface Status {
  light: string;
  calls_15m: number;
  refused_15m: number;
  last_refused_at: string | null;
  only_refused: boolean;
}

const app = testApp();
let it1: HttpCaller;

beforeAll(async () => {
  it1 = await app.as('it');
});

async function status({ id }: TestBank): Promise<Status> {
  await app.get(RefusalCount).settled();
  await app.get(BankCallLog).settled();
  return (await it1.get<Status>(`/banks/${String(id)}/status`)).body;
}

/** A refusal is counted after its answer has left, so the first look may come too early. */
const statusOnceRefused = (bank: TestBank, refused: number): Promise<Status> =>
  eventually(
    () => status(bank),
    (found) => found.refused_15m >= refused,
  );

const rowsOf = ({ id }: TestBank) =>
  app.database.query<{ refusals: number }>('SELECT refusals FROM bank_refusal WHERE bank_id = $1', [id]);

describe('a bank whose signer broke', () => {
  it('turns amber, and green again once a call is let in', async () => {
    const bank = await app.make.bank();
    const right = bank.client();
    const wrong = bank.client({ secret: 'the secret of another bank' });
    const customer = await app.make.customer();
    await app.make.issuedBill({ customer, period: '2025-12', usage: 12 });
    const inquire = () => right.verify({ customer_number: customer.customer_number });
    await expect(inquire()).resolves.toMatchObject({ status: 200 });
    expect(await status(bank)).toMatchObject({
      light: 'GREEN',
      refused_15m: 0,
      last_refused_at: null,
      only_refused: false,
    });

    for (let call = 0; call < 3; call += 1)
      await expect(wrong.status('ANY/1')).resolves.toMatchObject({ status: 401 });
    const amber = await statusOnceRefused(bank, 3);
    expect(amber).toMatchObject({ light: 'AMBER', refused_15m: 3, only_refused: true });
    expect(amber.last_refused_at).not.toBeNull();

    app.clock.advance(1_000);
    await expect(inquire()).resolves.toMatchObject({ status: 200 });
    expect(await status(bank)).toMatchObject({ light: 'GREEN', refused_15m: 3, only_refused: false });

    const earlier = new Date(app.clock.now() - 16 * 60_000);
    await app.database.query('UPDATE bank_refusal SET last_at = $2 WHERE bank_id = $1', [bank.id, earlier]);
    expect(await status(bank)).toMatchObject({ refused_15m: 0, last_refused_at: app.clock.textOf(earlier) });
  });

  it('is never red by refusals alone, however many, and amber before its first success', async () => {
    const bank = await app.make.bank();
    const wrong = bank.client({ secret: 'the secret of another bank' });
    await Promise.all(Array.from({ length: 40 }, () => wrong.status('ANY/1')));
    expect(await statusOnceRefused(bank, 40)).toMatchObject({
      light: 'AMBER',
      calls_15m: 0,
      refused_15m: 40,
    });
    expect((await rowsOf(bank)).length).toBeLessThanOrEqual(2);
  });

  it('is seen through SNAP too: token requests, signatures, headers', async () => {
    const bank = await app.make.bank();
    const partner = await snapPartner(app, bank);
    await partner.token();
    await expect(partner.askToken({}, { signature: 'bm8=' })).resolves.toMatchObject({ status: 401 });
    await expect(partner.send({}, { signature: 'bm8=' })).resolves.toMatchObject({ status: 401 });
    const unnamed = await partner.send({}, { headers: { 'CHANNEL-ID': undefined } });
    expect(unnamed.status).toBe(400);
    expect(await statusOnceRefused(bank, 3)).toMatchObject({ light: 'AMBER', refused_15m: 3 });
    app.clock.advance(1_000);
    await partner.send({
      body: JSON.stringify({ ...partner.account('999999999995'), inquiryRequestId: 'r-1' }),
    });
    expect(await status(bank)).toMatchObject({ only_refused: false });
  });
});

describe('refusals that are nobody’s', () => {
  it('are not counted: unknown keys, and failures elsewhere that happen to name a key', async () => {
    const bank = await app.make.bank();
    const before = await app.database.query('SELECT FROM bank_refusal');
    await bank.client({ keyId: 'no-such-key-at-all' }).status('ANY/1');
    const answer = await fetch(`${app.url}/api/v1/banks`, { headers: { 'x-api-key': bank.keyId } });
    expect(answer.status).toBe(401);
    await bank.client({ secret: 'the secret of another bank' }).status('ANY/1');
    expect(await statusOnceRefused(bank, 1)).toMatchObject({ refused_15m: 1 });
    expect(await app.database.query('SELECT FROM bank_refusal')).toHaveLength(before.length + 1);
  });

  it('are forgotten after a week', async () => {
    const bank = await app.make.bank();
    const day = 86_400_000;
    await app.database.query(
      "INSERT INTO bank_refusal SELECT $1, date_trunc('minute', at), 5, at FROM unnest($2::timestamptz[]) at",
      [bank.id, [new Date(app.clock.now() - 6 * day), new Date(app.clock.now() - 8 * day)]],
    );
    await app.get(ReplayCleanup).forgetOld();
    expect(await rowsOf(bank)).toHaveLength(1);
  });
});
