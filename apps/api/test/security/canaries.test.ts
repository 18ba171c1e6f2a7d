import { Client } from 'pg';
import { exposition } from '../../../local/src/metrics/exposition';
import { readFigures } from '../../../local/src/metrics/figures';
import { codeAt, stepAt } from '../../src/modules/ground/identity/two-step/totp';
import {
  DOCUMENTED_OPERATIONS,
  eventually,
  STAFF_PASSWORD,
  testApp,
  type HttpCaller,
  type StaffName,
} from '../support';
import { keyOfAuthenticator } from '../support/authenticator';
import { Canaries } from '../support/canaries';
import { throughTheBanks } from './canary-banks';
import { CanaryHouse, HOUSE_KEYS } from './canary-house';
import {
  canaries,
  PASSWORD,
  NEXT_PASSWORD,
  WRONG_PASSWORD,
  FORGED_TOKEN,
  FORGED_COOKIE,
  FORGED_KEY,
  FORGED_SECRET,
  FORGED_CODE,
  BODY,
  NIK,
  PHONE,
  EMAIL,
  ASKER,
  BUYER,
  EVERYTHING,
} from './canary-values';

/*
 * What is secret is sent through the doors, rightly and wrongly, to a process of its own that logs all it ever logs. Then
 * its log, what it refused with, its figures and every table are searched (docs/asvs.csv, S70).
 */

const app = testApp({ jobs: false, start: new Date().toISOString(), environment: HOUSE_KEYS });
let house: CanaryHouse;
let anyone: HttpCaller;

async function agreed(path: string, body: object, by: readonly [HttpCaller, HttpCaller]): Promise<number> {
  const asked = await by[0].post<{ approval_id: number }>(path, { reason: 'uji burung kenari', ...body });
  if (asked.status !== 202) throw new Error(asked.text);
  const { approval_id: id } = asked.body;
  const decided = await by[1].post(`/approvals/${String(id)}/decision`, { decision: 'APPROVE' });
  if (decided.status !== 200) throw new Error(decided.text);
  return id;
}

beforeAll(async () => {
  house = await CanaryHouse.open(app, canaries);
  anyone = house.anyone;
});
afterAll(() => house.close());

describe('sent through', () => {
  it('signing in, staying in and getting in again', async () => {
    const kasir = await house.signedIn('kasir');
    await kasir.post('/auth/password', { current_password: WRONG_PASSWORD, new_password: PASSWORD });
    await kasir.post('/auth/password', { current_password: STAFF_PASSWORD, new_password: 'kenari' });
    expect(
      (await kasir.post('/auth/password', { current_password: STAFF_PASSWORD, new_password: PASSWORD }))
        .status,
    ).toBe(204);
    const again = await house.signedIn('kasir', PASSWORD);
    const refreshed = await again.post<{ access_token: string }>('/auth/refresh');
    expect(refreshed.status).toBe(200);
    canaries.add('refreshed token', refreshed.body.access_token);
    canaries.add('refreshed cookie', refreshed.cookies.get('tirtapay_refresh') ?? '');
    await anyone.post('/auth/login', { username: 'kasir', password: WRONG_PASSWORD });
    await anyone.post('/auth/login', { username: PASSWORD, password: WRONG_PASSWORD });
    await anyone.post('/auth/login', { username: 'x\r\n{"level":60}\u001b[31m', password: WRONG_PASSWORD });
    await anyone.post('/auth/login', undefined, { raw: `{"username":"kasir","password":"${PASSWORD}"` });
    const forged = { cookie: `tirtapay_refresh=${FORGED_COOKIE}`, origin: house.api.url };
    expect((await anyone.post('/auth/refresh', undefined, { headers: forged })).status).toBe(401);
    for (const authorization of [`Bearer ${FORGED_TOKEN}`, `Basic ${FORGED_TOKEN}`])
      expect((await anyone.get('/auth/me', { headers: { authorization } })).status).toBe(401);
    expect((await anyone.post('/auth/codes/owner', { code: FORGED_CODE })).status).toBeGreaterThan(399);
    await anyone.post('/auth/codes/redemption', { code: FORGED_CODE, password: NEXT_PASSWORD });
  });

  it('users that are made, reset and let in by a code in two halves, and two steps', async () => {
    const two = [await house.signedIn('super'), await house.signedIn('super2')] as const;
    const made = await two[0].post<{ id: number; version: number }>('/users', {
      username: 'kenari.pembaca',
      name: 'Kenari Pembaca',
      role: 'PETUGAS_METER',
      password: PASSWORD,
    });
    expect(made.status).toBe(201);
    const reset = { version: made.body.version, password: NEXT_PASSWORD };
    expect((await two[0].patch(`/users/${String(made.body.id)}`, reset)).status).toBe(200);
    const manager = { username: 'kenari.manajer', name: 'Kenari Manajer', role: 'MANAJER' };
    const approval = await agreed('/users/requests', manager, two);
    const halves: string[] = [];
    for (const who of two)
      halves.push((await who.post<{ code: string }>(`/users/code-halves/${String(approval)}`)).body.code);
    const code = canaries.add('one-time code in halves', halves.join('-'));
    for (const half of halves) canaries.add('half of a one-time code', half);
    expect((await anyone.post('/auth/codes/redemption', { code, password: PASSWORD })).status).toBe(204);
    const managers = await house.signedIn('kenari.manajer', PASSWORD);
    const begun = await managers.post<{ secret: string }>('/auth/two-step', { password: PASSWORD });
    expect(begun.status).toBe(200);
    canaries.add('key of an authenticator', begun.body.secret);
    const shown = codeAt(keyOfAuthenticator(begun.body.secret), stepAt(Date.now()));
    const confirmed = await managers.post<{ recovery_codes: string[] }>('/auth/two-step/confirmation', {
      code: shown,
    });
    expect(confirmed.status).toBe(200);
    for (const one of confirmed.body.recovery_codes) canaries.add('recovery code', one);
    const [first = ''] = confirmed.body.recovery_codes;
    await house.signedIn('kenari.manajer', PASSWORD, first);
  });

  it('customers, questions and what the public asks', async () => {
    const admin = await house.signedIn('admin');
    const person = {
      name: 'Kenari Pelanggan',
      address: 'Jl. Kenari 12',
      phone: PHONE,
      email: EMAIL,
      nik: NIK,
    };
    const meter = { serial: 'KENARI-01', digits: 5, size_mm: 15, installed_stand: 0 };
    const place = {
      region_id: house.customer.region.id,
      route_id: house.customer.region.route.id,
      tariff_id: house.customer.tariff.id,
    };
    const register = (change: object = {}) =>
      admin.post('/customers', { ...person, ...place, meter, ...change });
    expect((await register()).status).toBe(201);
    expect((await register({ meter: { ...meter, serial: 'KENARI-02' } })).status).toBe(409);
    for (const wrong of [{ phone: `${PHONE}x` }, { nik: `${NIK}9` }, { email: `${EMAIL} ` + NIK }])
      expect((await register(wrong)).status).toBe(400);
    const changed = await admin.patch(`/customers/${String(house.customer.id)}`, {
      version: 1,
      phone: PHONE,
      email: EMAIL,
      reason: 'nomor baru',
    });
    expect(changed.status).toBe(200);
    const header = 'Nomor pelanggan;Nama;Alamat;NIK;Telepon;Kode wilayah;Kode rute;Kode golongan;Nomor meter';
    const row = `;Kenari Lama;Jl. Kenari 9;${NIK};${PHONE};99;0101;X;`;
    const misplaced = `;${NIK};${NIK};Jl. Kenari 9;${PHONE}9;99;0101;X;KENARI-03`;
    const file = await admin.post('/takeovers?kind=CUSTOMERS&file_name=lama.csv', undefined, {
      raw: Buffer.from([header, row, misplaced].join('\n')),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(file.status).toBe(201);
    await anyone.post('/public/inquiries', { customer_number: PHONE });
    await anyone.post('/public/inquiries', { customer_number: NIK });
    const asked = await anyone.post('/public/questions', {
      name: 'Kenari',
      contact: ASKER,
      question: 'Kapan air di rumah saya mengalir lagi?',
    });
    expect(asked.status).toBe(201);
  });

  it('banks that sign, and banks that are signed for', () => throughTheBanks(house, app));

  it('partners that sell, and the supplier that is asked', async () => {
    const sell = (order: object) =>
      house
        .clientOf(house.partner)
        .send('POST', '/api/v1/ppob/transactions', Buffer.from(JSON.stringify(order)));
    const order = {
      customer_name: 'Kenari',
      nomor_hp: BUYER,
      nominal: 40_000,
      service_code: 'PULSA',
    };
    for (const fault of ['failure', 'timeout-after', null]) {
      if (fault !== null) await house.supplier.fault(fault);
      expect((await sell({ ...order, ref_id: `KENARI/${String(fault)}` })).status).toBeLessThan(300);
    }
    expect((await sell({ ...order, nomor_hp: `${BUYER}x` })).status).toBe(400);
    expect((await sell({ ...order, surprise: BODY })).status).toBe(400);
    const told = await anyone.post(
      '/public/ppob/callbacks/SANDBOX',
      { data: { ref_id: BODY } },
      { headers: { 'x-hub-signature': `sha1=${FORGED_SECRET}` } },
    );
    expect(told.status).toBeGreaterThan(399);
  });

  it('what each door does not ask for, by everybody who may come in', async () => {
    const roles = ['super', 'admin', 'petugas', 'manajer', 'it', 'kasir2'] as const satisfies StaffName[];
    const callers = [anyone, ...(await Promise.all(roles.map((one) => house.signedIn(one))))];
    const headers = {
      'x-api-key': FORGED_KEY,
      'x-signature': FORGED_SECRET,
      'x-history-token': FORGED_TOKEN,
    };
    const doors = DOCUMENTED_OPERATIONS.filter(
      ({ method, path }) =>
        method !== 'DELETE' && !path.endsWith('/auth/logout') && !path.endsWith('/events'),
    );
    expect(doors.length).toBeGreaterThan(250);
    for (const { method, path } of doors) {
      const address = `${path.replaceAll(/\{\w+\}/g, '999999')}?access_token=${FORGED_TOKEN}`;
      await Promise.all(
        callers.map((caller) =>
          caller.call(method, address, method === 'GET' ? undefined : EVERYTHING, { headers }),
        ),
      );
    }
  });
});

describe('found again', () => {
  it('in no refusal', () => {
    expect(house.refusals).toContain('request.invalid');
    expect(canaries.inText(house.refusals)).toEqual([]);
  });

  it('in no figure', async () => {
    const client = new Client({ connectionString: app.database.appUrl });
    await client.connect();
    const figures = exposition(await readFigures(client));
    await client.end();
    expect(figures).toContain('tirtapay_');
    expect(canaries.inText(figures)).toEqual([]);
  });

  it('in no table but where they are worked with', async () => {
    for (const token of house.host.tokens) canaries.add('access token of ours at a bank', token);
    const logged = () =>
      app.database.query("SELECT FROM payment_transaction WHERE request_target = '/api/v1/payment/verify'");
    await eventually(logged, ({ length }) => length > 0);
    expect(await canaries.inDatabase(app.database)).toEqual([]);
  });

  it('in nothing the process wrote, which is not silent', () => {
    expect(canaries.inText(house.api.log + house.api.complaints)).toEqual([]);
    const lines = house.api.log.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(50);
    // One event is one line of JSON with its instant, whatever is put into it.
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({
        level: expect.any(Number) as number,
        time: expect.any(Number) as number,
        msg: expect.any(String) as string,
      });
    expect(house.api.log).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it('by who they are, in the trail: a number of which the last digits are left', async () => {
    const { after } = await app.database.one<{ after: Record<string, string> }>(
      `SELECT after FROM log_aktivitas WHERE action = 'customer.changed' AND entity_id = $1`,
      [house.customer.id],
    );
    expect(after.phone).toBe(`${PHONE.slice(0, 4)}*****${PHONE.slice(-3)}`);
  });

  it('at all: what is searched finds what is there', async () => {
    const planted = new Canaries();
    planted.add('planted', 'Kenari Pembaca');
    expect(await planted.inDatabase(app.database)).toContain('planted in pengguna.name');
    expect(planted.inText(`… ${Buffer.from('Kenari Pembaca').toString('base64')} …`)).toEqual(['planted']);
  });
});
