import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FilesConfig } from '../config';
import { Problem } from '../problem';
import { FileStore } from './file-store';

const storeOf = (files: FilesConfig) => new FileStore({ files });
const CONTENT = Buffer.from('what the meter showed');
const folders: string[] = [];

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tirtapay-store-'));
  folders.push(path);
  return path;
}

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** As much of an object store as is asked for, on the loopback address. */
async function bucket(): Promise<{ server: Server; objects: Map<string, Buffer>; config: FilesConfig }> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const key = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const found = objects.get(key);
      if (request.method === 'PUT') objects.set(key, Buffer.concat(parts));
      else if (request.method === 'DELETE') objects.delete(key);
      else if (found === undefined) {
        response.writeHead(404, { 'content-type': 'application/xml' });
        response.end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
        return;
      } else {
        response.writeHead(200, { 'content-length': found.length });
        response.end(request.method === 'HEAD' ? undefined : found);
        return;
      }
      response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    objects,
    config: {
      kind: 'S3',
      bucket: 'foto',
      region: 'id-1',
      endpoint: `http://127.0.0.1:${String(port)}`,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    },
  };
}

describe('the store of files', () => {
  it('keeps what it is given on a disk, and says so when it is gone or something else', async () => {
    const root = folder();
    const store = storeOf({ kind: 'DISK', root });
    const record = await store.put(store.newKey('meter-photos'), CONTENT);
    expect(record).toMatchObject({
      sha256: createHash('sha256').update(CONTENT).digest(),
      sizeBytes: CONTENT.length,
    });
    const path = join(root, record.key);
    expect(readFileSync(path)).toEqual(CONTENT);
    expect(await store.read(record)).toEqual(CONTENT);
    truncateSync(path, 5);
    expect(await store.read(record)).toBeNull();
    writeFileSync(path, CONTENT.toString().replace('what', 'that'));
    expect(await store.read(record)).toBeNull();
    await store.delete(record.key);
    await store.delete(record.key);
    expect(await store.read(record)).toBeNull();
  });

  it('does the same in a bucket', async () => {
    const { server, objects, config } = await bucket();
    const store = storeOf(config);
    const record = await store.put(store.newKey('meter-photos'), CONTENT);
    expect([...objects.keys()]).toEqual([`/foto/${record.key}`]);
    expect(await store.read(record)).toEqual(CONTENT);
    objects.set(`/foto/${record.key}`, Buffer.from('something else'));
    expect(await store.read(record)).toBeNull();
    await store.delete(record.key);
    expect(objects.size).toBe(0);
    expect(await store.read(record)).toBeNull();
    await new Promise((closed) => server.close(closed));
  }, 30_000);

  it('keeps a file of any size and gives it out piece by piece, never to the end when it was altered', async () => {
    const root = folder();
    const path = join(root, 'list.csv');
    writeFileSync(path, 'nomor;jumlah\n'.repeat(50_000));
    const { server, objects, config } = await bucket();
    const all = async (content: AsyncIterable<Buffer> | null) => {
      const pieces: Buffer[] = [];
      for await (const piece of content ?? []) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    for (const files of [{ kind: 'DISK', root } as const, config]) {
      const store = storeOf(files);
      const record = await store.putFile(store.newKey('exports'), path);
      expect(record.sizeBytes).toBe(650_000);
      expect(await all(await store.open(record))).toEqual(readFileSync(path));
      const altered = Buffer.from(readFileSync(path));
      altered[0] = 88;
      if (files.kind === 'DISK') writeFileSync(join(root, record.key), altered);
      else objects.set(`/foto/${record.key}`, altered);
      await expect(store.open(record).then(all)).rejects.toThrow('not what was stored');
      if (files.kind === 'DISK') truncateSync(join(root, record.key), 5);
      else objects.set(`/foto/${record.key}`, altered.subarray(5));
      expect(await store.open(record)).toBeNull();
      await store.delete(record.key);
      expect(await store.open(record)).toBeNull();
    }
    await new Promise((closed) => server.close(closed));
  }, 30_000);

  it.each([
    '../secrets.json',
    'meter-photos/../../secrets.json',
    '/etc/passwd',
    'meter-photos/00/00/..%2f..%2fsecrets',
    'meter-photos/00/00/00000000-0000-4000-8000-000000000000/../x',
    'other/00/00/00000000-0000-4000-8000-000000000000',
    '',
  ])('opens nothing outside itself: %j', async (key) => {
    const store = storeOf({ kind: 'DISK', root: folder() });
    for (const work of [
      store.put(key, CONTENT),
      store.read({ key, sha256: Buffer.alloc(32), sizeBytes: 1 }),
      store.delete(key),
    ])
      await expect(work).rejects.toThrow('not a key of this store');
  });

  it('is not there: whoever asks is told to come again, and not that there is none', async () => {
    const root = folder();
    writeFileSync(join(root, 'file'), '');
    const store = storeOf({ kind: 'DISK', root: join(root, 'file') });
    const refused = await store.put(store.newKey('meter-photos'), CONTENT).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect((refused as Problem).code).toBe('service.unavailable');
  });
});
