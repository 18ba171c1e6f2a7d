import { closeSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cluster } from '../../../local/src/embedded-postgres';
import { askedOnce } from '../support/asked-once';
import { clusterAccess, urlFor } from '../support/cluster-access';
import { OwnCluster } from '../support/own-cluster';

/* F26: a byte of a table changes on the disk. PostgreSQL says so where the page is read, because every cluster has checksums. */

const ROOT = resolve(__dirname, '../../../..');
const password = 'damaged';
const folder = OwnCluster.newFolder();
const cluster = new Cluster({ folder: join(folder, 'postgres'), password });

afterAll(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a changed byte is an error that names the page, and not another amount', async () => {
  await cluster.start();
  await askedOnce(
    cluster.superUrl(),
    'CREATE TABLE ledger AS SELECT n AS id, 72500::bigint AS amount FROM generate_series(1, 1000) n',
  );
  const [table] = await askedOnce<{ file: string }>(
    cluster.superUrl(),
    "SELECT pg_relation_filepath('ledger') AS file",
  );
  await cluster.stop();
  const file = openSync(join(folder, 'postgres', 'data', table?.file ?? ''), 'r+');
  const byte = Buffer.alloc(1);
  // The lowest byte of the amount of the row that was written first: the last of the first page.
  const at = 8_192 - 8;
  readSync(file, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 0x08;
  writeSync(file, byte, 0, 1, at);
  closeSync(file);
  await cluster.start();
  await expect(askedOnce(cluster.superUrl(), 'SELECT sum(amount) FROM ledger')).rejects.toMatchObject({
    code: 'XX001',
    message: expect.stringContaining('invalid page in block 0') as string,
  });
  expect(
    await askedOnce(
      cluster.superUrl(),
      'SELECT checksum_failures::int AS failures FROM pg_stat_database WHERE datname = current_database()',
    ),
  ).toEqual([{ failures: expect.any(Number) as number }]);
});

it('every cluster the product makes has checksums', async () => {
  expect(await askedOnce(urlFor(clusterAccess(), 'super', 'postgres'), 'SHOW data_checksums')).toEqual([
    { data_checksums: 'on' },
  ]);
  expect(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')).toMatch(
    /POSTGRES_INITDB_ARGS: .*--data-checksums/,
  );
});
