import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findViolations } from '../../src/platform/invariants';
import { Launched, place } from './launched';

const long = process.env.TIRTAPAY_TEST_LONG === '1' ? describe : describe.skip;

long('a first start with demo data', () => {
  it('is killed while it loads, goes on, ends with sound books, and loads nothing twice', async () => {
    const at = await place({ TIRTAPAY_DEMO: '1' });
    const killed = new Launched(at.environment);
    while (!killed.output.includes('schema:')) await new Promise((wait) => setTimeout(wait, 50));
    await new Promise((wait) => setTimeout(wait, 8_000));
    killed.kill('SIGKILL');
    await killed.exit;

    const again = await new Launched(at.environment).ready();
    expect(again.output).toContain('demo data: loaded in');
    const login = await fetch(`${at.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'it', password: 'TirtaDemo2026!' }),
    });
    expect(login.status).toBe(200);
    const { databasePort } = JSON.parse(readFileSync(join(at.home, 'running.json'), 'utf8')) as {
      databasePort: number;
    };
    const { databaseRoles } = JSON.parse(readFileSync(join(at.home, 'secrets.json'), 'utf8')) as {
      databaseRoles: { owner: string; ownerPassword: string };
    };
    const { owner, ownerPassword } = databaseRoles;
    expect(
      await findViolations(
        `postgresql://${owner}:${ownerPassword}@127.0.0.1:${String(databasePort)}/tirtapay`,
      ),
    ).toEqual([]);
    again.kill('SIGTERM');
    await again.exit;

    const warm = await new Launched(at.environment).ready();
    expect(warm.output).not.toContain('demo data');
    warm.kill('SIGTERM');
    await warm.exit;
    rmSync(dirname(at.home), { recursive: true, force: true });
  }, 300_000);
});
