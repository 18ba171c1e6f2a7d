import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA } from '../../src/house';
import { migrate } from '../../src/platform/database/migrate';
import { eventually } from '../support';
import { findViolations } from '../support/find-violations';
import { OwnCluster, writeAsOwner } from '../support/own-cluster';
import { damages, tableHashes } from '../support/table-hashes';
import { LONG } from '../support/long-run';
import { BankTraffic } from './bank-traffic';
import { realTime } from './real-time';

/*
 * F17: the drill of docs/operations.md, "Backup and restore": a base backup while banks pay, the log archived all the time, and
 * back to the instant before a mistake. Only `npm run test:long`.
 */

const PAYMENTS = 200;
const PER_PART = 40;
const { app, serverOf } = realTime();
let folders: { readonly archive: string; readonly backup: string };
let archive: string;
let cluster: OwnCluster;
let restored: OwnCluster | undefined;

(LONG ? describe : describe.skip)('back to the instant before a mistake (npm run test:long)', () => {
  beforeAll(async () => {
    folders = { archive: OwnCluster.newFolder(), backup: OwnCluster.newFolder() };
    archive = join(folders.archive, 'wal');
    mkdirSync(archive);
    cluster = await OwnCluster.make({
      archive_mode: 'on',
      archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f`,
      archive_timeout: '60s',
    });
    const { uid, gid } = statSync(cluster.data);
    chownSync(archive, uid, gid);
    chmodSync(archive, 0o700);
    cluster.announce();
    await app.start();
  });
  afterAll(async () => {
    await restored?.stop();
    await app.stop();
    await cluster.stop();
    cluster.remove();
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
  });

  it('restores a backup taken under load, to the row, and goes on from there', async () => {
    const traffic = await BankTraffic.of(app, PAYMENTS, '');
    const later = await BankTraffic.of(app, PER_PART, '', 'LATER');
    const last = await BankTraffic.of(app, PER_PART, '', 'LAST');
    const api = await serverOf(app.database.appUrl);
    await api.start();
    for (const one of [traffic, later]) one.goTo(api.url);
    const paying = traffic.run(4);
    await eventually(
      () => traffic.paid,
      (paid) => paid > 20,
    );
    await cluster.baseBackup(folders.backup);
    traffic.stop();
    await paying;
    // What only the log has.
    await later.run(4);
    expect(later.left).toBe(0);
    await api.end('SIGTERM');
    const [mark] = await cluster.run<{ lsn: string; wal: string }>(
      "SELECT pg_create_restore_point('before the mistake') AS lsn, pg_walfile_name(pg_current_wal_lsn()) AS wal",
    );
    const before = await tableHashes(app.database.superUrl);
    const known = traffic.paid;

    // What is damaged on purpose keeps no law.
    await app.close();
    // The mistake: somebody with every right empties a table.
    await cluster.run(
      "SET session_replication_role = 'replica'; TRUNCATE kwitansi CASCADE",
      app.database.name,
    );
    expect(await tableHashes(app.database.superUrl)).not.toEqual(before);
    await cluster.run('SELECT pg_switch_wal()');
    await eventually(
      () => existsSync(join(archive, mark?.wal ?? '')),
      (archived) => archived,
    );

    const begun = performance.now();
    restored = cluster.copyIn(folders.backup, {
      restore_command: `cp ${archive}/%f %p`,
      recovery_target_lsn: mark?.lsn ?? '',
      recovery_target_action: 'promote',
    });
    writeAsOwner(restored.data, 'recovery.signal', '');
    await restored.start();
    const { name } = app.database;
    await eventually(
      () => restored?.run<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby', name),
      (rows) => rows?.[0]?.standby === false,
    );
    const up = performance.now();
    expect(await tableHashes(restored.url('super', name))).toEqual(before);
    expect(await damages(restored.url('super', name))).toEqual([]);
    expect(await migrate(restored.url('owner', name), restored.url('app', name), SCHEMA)).toEqual([]);
    expect(await findViolations(restored.url('super', name))).toEqual([]);
    const checked = performance.now();

    const again = await serverOf(restored.url('app', name));
    await again.start();
    for (const one of [traffic, later, last]) one.goTo(again.url);
    try {
      for (const one of [traffic, later]) await one.expectOneTruth(restored.url('super', name));
      expect(traffic.paid).toBe(known);
      await Promise.all([traffic.run(2), last.run(2)]);
      for (const one of [traffic, later, last]) {
        expect(one.left).toBe(0);
        await one.expectOneTruth(restored.url('super', name));
      }
    } finally {
      await again.end('SIGTERM');
    }
    process.stdout.write(
      `F17: restored to ${mark?.lsn ?? ''} in ${((up - begun) / 1_000).toFixed(1)} s, compared and checked in ${((checked - up) / 1_000).toFixed(1)} s, ${String(Object.keys(before).length)} tables equal\n`,
    );
  });
});
