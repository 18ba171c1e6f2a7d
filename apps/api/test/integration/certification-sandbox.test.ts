import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBankSimulator, type RunningBankSimulator } from '../../../bank-simulator/src';
import { SnapPartnerDirectory } from '../../src/modules/bank-gateway/security';
import { snapPartner } from '../support/snap-partner';
import { eventually, testApp, type HttpCaller, type TestBank } from '../support';

/** Both sides must know it before either has started. */
const SANDBOX_PORT = 21_000 + Math.floor(Math.random() * 20_000);

const app = testApp({ environment: { BANK_SIMULATOR_PORT: String(SANDBOX_PORT) } });
const home = mkdtempSync(join(tmpdir(), 'certified sandbox '));
let sandbox: RunningBankSimulator;
let it1: HttpCaller;
let bank: TestBank;

interface Run {
  id: number;
  status: string;
  scenarios: { code: string; status: string; reason: string | null; call_id: number | null }[];
}

beforeAll(async () => {
  it1 = await app.as('it');
  bank = await app.make.bank({ environment: 'SANDBOX' });
  sandbox = await startBankSimulator({
    port: SANDBOX_PORT,
    host: '127.0.0.1',
    apiUrl: app.url,
    home,
    now: () => app.clock.now(),
  });
  const partner = await snapPartner(app, bank);
  await app.database.query('UPDATE snap_partner SET public_keys = $2 WHERE id = $1', [
    partner.rowId,
    [sandbox.publicKeyPem],
  ]);
  app.get(SnapPartnerDirectory).forget();
  const customer = await app.make.customer();
  await app.make.issuedBill({ customer, period: '2025-12', usage: 12 });
});

afterAll(async () => {
  await sandbox.close();
  rmSync(home, { recursive: true, force: true });
});

async function certified(): Promise<Run> {
  const started = await it1.post<Run>(`/banks/${String(bank.id)}/certifications`, { drive_sandbox: true });
  expect(started.status).toBe(202);
  return eventually(
    async () => (await it1.get<Run>(`/certifications/${String(started.body.id)}`)).body,
    (run) => run.status !== 'RUNNING',
    // Twenty scenarios, some of them with pauses of their own.
    300_000,
  );
}

/** A page for the file of the bank. */
async function printed(run: Run): Promise<void> {
  const report = await it1.get(`/certifications/${String(run.id)}/report.pdf`);
  expect([report.status, report.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(report.text.startsWith('%PDF-')).toBe(true);
}

const failed = (run: Run) => run.scenarios.filter(({ status }) => status !== 'PASS').map(({ code }) => code);

describe('the sandbox bank under certification', () => {
  it('is green in every scenario, native and SNAP, and leaves the bill open again', async () => {
    const run = await certified();
    expect(failed(run)).toEqual([]);
    expect(run.status).toBe('PASSED');
    expect(run.scenarios).toHaveLength(20);
    await printed(run);
    // What was refused at the door is the one thing the request log cannot show.
    const unlogged = run.scenarios.filter((scenario) => scenario.call_id === null).map(({ code }) => code);
    expect(unlogged).toEqual(['native.bad_signature', 'native.old_timestamp', 'snap.bad_signature']);
    const inquiry = run.scenarios.find(({ code }) => code === 'native.verify');
    const logged = await it1.get<{ path: string }>(`/bank-calls/${String(inquiry?.call_id)}`);
    expect(logged.body.path).toBe('/api/v1/payment/verify');
    // The last reversal follows the last scenario.
    const open = await eventually(
      () => app.database.query("SELECT FROM tagihan WHERE state = 'ISSUED'"),
      (bills) => bills.length > 0,
    );
    expect(open).toHaveLength(1);
  });

  it('is red with a broken signer, and says what is wrong', async () => {
    const fault = await fetch(`${sandbox.url}/control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'broken-signer', times: null }),
    });
    expect(fault.status).toBe(200);
    const run = await certified();
    expect(run.status).toBe('FAILED');
    expect(failed(run)).toHaveLength(run.scenarios.length);
    const verify = run.scenarios.find(({ code }) => code === 'native.verify');
    expect(verify?.reason).toMatch(/^Ditolak 401 .*Tanda tangan tidak cocok/);
    await printed(run);
  });

  it('takes its faults from the console and lays them down again', async () => {
    const state = async () => (await it1.get<Record<string, unknown>>('/sandbox-bank')).body;
    const before = ((await state()).faults as object[]).length;
    const set = await it1.post<{ kind: string; left: number }>('/sandbox-bank/faults', {
      kind: 'timeout-after',
      services: ['27'],
      times: 3,
    });
    expect(set).toMatchObject({ status: 200, body: { kind: 'timeout-after', services: ['27'], left: 3 } });
    expect((await state()).faults).toHaveLength(before + 1);
    expect((await it1.post('/sandbox-bank/faults', { kind: 'gempa' })).status).toBe(400);
    expect((await it1.delete('/sandbox-bank/faults')).status).toBe(204);
    expect(await state()).toMatchObject({ available: true, reachable: true, url: sandbox.url, faults: [] });
    const office = await app.as('admin');
    expect((await office.post('/sandbox-bank/faults', { kind: 'timeout' })).status).toBe(403);
  });

  it('is not there in production or when switched off', async () => {
    const other = await app.make.bank();
    await sandbox.close();
    const run = await it1.post<Run>(`/banks/${String(other.id)}/certifications`, { drive_sandbox: true });
    expect([run.status, (run.body as unknown as { code: string }).code]).toEqual([503, 'bank.unreachable']);
    const runs = await it1.get<Run[]>(`/banks/${String(other.id)}/certifications`);
    expect(runs.body).toEqual([]);
    expect((await it1.get('/sandbox-bank')).body).toMatchObject({ available: true, reachable: false });
    expect((await it1.post('/sandbox-bank/faults', { kind: 'timeout' })).status).toBe(503);
  });
});
