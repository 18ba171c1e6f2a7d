import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { FilesConfig } from '../../api/src/platform/config';
import { FileStore } from '../../api/src/platform/files';

export type Finding = { readonly ok: boolean; readonly text: string };

/** Enough to notice a store that was not restored with its database, and looked at within seconds. */
const LOOKED_AT = 100;

const COUNTS = `
  SELECT count(*) FILTER (WHERE file_key IS NOT NULL)::int AS files, count(*) FILTER (WHERE file_key IS NULL)::int AS waiting
  FROM foto_meter`;
const SOME = `
  SELECT file_key AS key, file_sha256 AS sha256, size_bytes AS "sizeBytes" FROM foto_meter
  WHERE file_key IS NOT NULL AND client_id >= $1 ORDER BY client_id LIMIT ${String(LOOKED_AT)}`;

interface KeptPhoto {
  key: string;
  sha256: Buffer;
  sizeBytes: number;
}

/** Whether the store of photos can be written and read, and some of the photos are what was stored. */
export async function photoFindings(config: FilesConfig, client: Client): Promise<Finding> {
  const where = config.kind === 'DISK' ? config.root : `bucket ${config.bucket}`;
  const store = new FileStore({ files: config });
  try {
    const probe = await store.put(store.newKey('meter-photos'), Buffer.from('TirtaPay'));
    const readable = (await store.read(probe)) !== null;
    await store.delete(probe.key);
    if (!readable) return { ok: false, text: `photos in ${where}: what is written cannot be read` };
  } catch {
    return { ok: false, text: `photos in ${where}: the store does not answer or cannot be written` };
  }
  const [counts] = (await client.query<{ files: number; waiting: number }>(COUNTS)).rows;
  const { rows } = await client.query<KeptPhoto>(SOME, [randomUUID()]);
  if (rows.length < LOOKED_AT)
    rows.push(...(await client.query<KeptPhoto>(SOME, ['00000000-0000-0000-0000-000000000000'])).rows);
  let lost = 0;
  for (const photo of rows) if ((await store.read(photo)) === null) lost += 1;
  const waiting = counts?.waiting ? `, ${String(counts.waiting)} still in the database` : '';
  return {
    ok: lost === 0,
    text: `photos in ${where}: ${String(counts?.files ?? 0)} files${waiting}; of ${String(rows.length)} looked at ${
      lost === 0
        ? 'all are as stored'
        : `${String(lost)} LOST OR ALTERED: restore the folder or bucket from its backup`
    }`,
  };
}
