import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Disk } from 'flydrive';
import type { FilesConfig } from '../config';

/** Where files lie, whatever it is. */
export interface Drawer {
  put: (key: string, content: Buffer) => Promise<void>;
  /** @returns null when there is none */
  get: (key: string) => Promise<Buffer | null>;
  putStream: (key: string, content: Readable, sizeBytes: number) => Promise<void>;
  /** @returns null when there is none */
  getStream: (key: string) => Promise<{ readonly content: Readable; readonly sizeBytes: number } | null>;
  delete: (key: string) => Promise<void>;
}

/** Neither library is loaded before it is needed: the start of a demonstration waits for no client of a cloud. */
export async function openDrawer(files: FilesConfig): Promise<Drawer> {
  return files.kind === 'DISK' ? onDisk(resolve(files.root)) : inBucket(files);
}

async function onDisk(root: string): Promise<Drawer> {
  const [{ Disk }, { FSDriver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/fs')]);
  const disk = new Disk(new FSDriver({ location: root, visibility: 'private' }));
  // Acknowledged is what survives a power cut: the library leaves that to the operating system.
  const flush = async (key: string) => {
    const file = await open(join(root, key), 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  };
  return {
    ...reading(disk),
    put: async (key, content) => {
      await disk.put(key, content);
      await flush(key);
    },
    putStream: async (key, content) => {
      await disk.putStream(key, content);
      await flush(key);
    },
  };
}

async function inBucket({
  bucket,
  region,
  endpoint,
  credentials,
}: Extract<FilesConfig, { kind: 'S3' }>): Promise<Drawer> {
  const [{ Disk }, { S3Driver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/s3')]);
  const disk = new Disk(
    new S3Driver({
      bucket,
      region,
      visibility: 'private',
      // Most stores beside Amazon's know no list of rights per object, and want the bucket in the path.
      supportsACL: false,
      // Nor do all of them know the sums the client puts around a stream; each file has its own hash in its row.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      ...(credentials === undefined ? {} : { credentials }),
    }),
  );
  return {
    ...reading(disk),
    put: (key, content) => disk.put(key, content),
    putStream: (key, content, contentLength) => disk.putStream(key, content, { contentLength }),
  };
}

function reading(disk: Disk): Pick<Drawer, 'get' | 'getStream' | 'delete'> {
  const orNull = async <T>(key: string, read: () => Promise<T>): Promise<T | null> => {
    try {
      return await read();
    } catch (error) {
      if (await disk.exists(key)) throw error;
      return null;
    }
  };
  return {
    get: (key) => orNull(key, async () => Buffer.from(await disk.getBytes(key))),
    getStream: (key) =>
      orNull(key, async () => {
        const { contentLength: sizeBytes } = await disk.getMetaData(key);
        return { content: await disk.getStream(key), sizeBytes };
      }),
    delete: (key) => disk.delete(key),
  };
}
