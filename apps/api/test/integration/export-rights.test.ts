import { ExportDoor } from '../../src/modules/outward/reporting/export-files/export-door';
import { WriteExport } from '../../src/modules/outward/reporting/export-files/write-export.service';
import { testApp } from '../support';

/* A file lies ready for hours or days; meanwhile its owner may have become somebody who would not get it. */

const app = testApp({ jobs: false });

interface File {
  id: number;
  status: string;
  code?: string;
}

it('a file that lies ready is handed out to whom its list would be, and to nobody else', async () => {
  await app.make.customer({ name: 'Rina Kurnia' });
  const manager = await app.as('manajer');
  const asked = await manager.post<File>('/exports', { address: '/api/v1/customers/export' });
  expect(asked.status).toBe(202);
  const { period } = await app.database.one<{ period: string }>(
    "SELECT period FROM job_run WHERE job = 'export-file' AND status = 'QUEUED'",
  );
  await app.get(WriteExport).run(period);
  const address = `/exports/${String(asked.body.id)}/file`;
  const mine = await manager.get(address);
  expect([mine.status, mine.text.includes('Rina Kurnia')]).toEqual([200, true]);

  // Two people made another of them; the file is still theirs by its row.
  const become = async (role: string) => {
    await app.database.query("UPDATE pengguna SET role = $1 WHERE username = 'manajer'", [role]);
    app.forgetTokens();
    return app.as('manajer');
  };
  const reader = await become('KASIR');
  expect((await reader.get('/customers/export')).status).toBe(403);
  const refused = await reader.get<File>(address);
  expect([refused.status, refused.body.code]).toEqual([403, 'auth.forbidden']);
  expect(refused.text).not.toContain('Rina Kurnia');
  const again = await become('MANAJER');
  expect((await again.get(address)).status).toBe(200);
});

it('nor with what is masked for its owner by now', async () => {
  const office = await app.as('admin');
  const asked = await office.post<File>('/exports', { address: '/api/v1/customers/export' });
  const { period } = await app.database.one<{ period: string }>(
    "SELECT period FROM job_run WHERE job = 'export-file' AND status = 'QUEUED'",
  );
  await app.get(WriteExport).run(period);
  const address = `/exports/${String(asked.body.id)}/file`;
  const file = await office.get(address);
  expect([file.status, file.text.includes('081234567890')]).toEqual([200, true]);
  await app.database.query("UPDATE pengguna SET role = 'MANAJER' WHERE username = 'admin'");
  app.forgetTokens();
  const manager = await app.as('admin');
  const masked = await manager.get('/customers/export');
  expect([masked.status, masked.text.includes('081234567890')]).toEqual([200, false]);
  expect((await manager.get<File>(address)).body.code).toBe('auth.forbidden');
  await app.database.query("UPDATE pengguna SET role = 'ADMIN_PDAM' WHERE username = 'admin'");
});

it('nor when its owner becomes somebody else while it is written: it is begun anew', async () => {
  const office = await app.as('admin');
  const asked = await office.post<File>('/exports', { address: '/api/v1/customers/export' });
  const { period } = await app.database.one<{ period: string }>(
    "SELECT period FROM job_run WHERE job = 'export-file' AND status = 'QUEUED'",
  );
  const door = app.get(ExportDoor);
  const serve = door.serve.bind(door);
  const spy = jest.spyOn(door, 'serve').mockImplementation(async (address, caller, target) => {
    const served = await serve(address, caller, target);
    if (target !== null)
      await app.database.query("UPDATE pengguna SET role = 'MANAJER' WHERE username = 'admin'");
    return served;
  });
  const ended = await app
    .get(WriteExport)
    .run(period)
    .catch((error: unknown) => String(error));
  spy.mockRestore();
  expect(ended).toContain('changed while it was written');
  app.forgetTokens();
  const manager = await app.as('admin');
  const address = `/exports/${String(asked.body.id)}/file`;
  expect((await manager.get<File>(address)).body.code).toBe('export.not_ready');
  // The queue tries again.
  await app.get(WriteExport).run(period);
  const file = await manager.get(address);
  expect([file.status, file.text.includes('Rina Kurnia'), file.text.includes('081234567890')]).toEqual([
    200,
    true,
    false,
  ]);
  await app.database.query("UPDATE pengguna SET role = 'ADMIN_PDAM' WHERE username = 'admin'");
});
