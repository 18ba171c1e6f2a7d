import { Inject, Injectable, Logger } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CONFIG, type Config } from '../config';
import { Problem } from '../problem';
import { checked } from './checked-stream';
import { openDrawer, type Drawer } from './drawer';

/** What a kind of file is kept under. */
export type FileKind = 'meter-photos' | 'exports';

/** Made here and nowhere else: no part of it was ever typed by anybody, so that no path leads out of the store. */
const KEY =
  /^(?:meter-photos|exports)\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a file is and what it must be: what a row keeps of it. */
export interface FileRecord {
  readonly key: string;
  readonly sha256: Buffer;
  readonly sizeBytes: number;
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest();

/**
 * Files outside the database: on a disk or in a bucket, by configuration. A file is written before the row that names it,
 * never changed, and checked against its row each time it is read.
 */
@Injectable()
export class FileStore {
  private readonly logger = new Logger('files');
  private drawer: Promise<Drawer> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'files'>) {}

  /** A key nobody has used and nobody can guess. */
  newKey(kind: FileKind): string {
    const id = randomUUID();
    return `${kind}/${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`;
  }

  /** Durable when it returns. @throws Problem service.unavailable when the store does not answer */
  async put(key: string, content: Buffer): Promise<FileRecord> {
    await this.asking(key, (drawer) => drawer.put(key, content));
    return { key, sha256: sha256(content), sizeBytes: content.length };
  }

  /**
   * @returns null when the file is not there, or is not what was stored: the operator's log says which
   * @throws Problem service.unavailable when the store does not answer
   */
  async read({ key, sha256: expected, sizeBytes }: FileRecord): Promise<Buffer | null> {
    const content = await this.asking(key, (drawer) => drawer.get(key));
    if (content === null) this.logger.error(`file ${key} is missing`);
    else if (content.length !== sizeBytes || !sha256(content).equals(expected))
      this.logger.error(`file ${key} is not what was stored: ${String(content.length)} bytes`);
    else return content;
    return null;
  }

  /**
   * The same for a file of any size that lies on this machine: it is never held in memory.
   * @param path of the file, which stays where it is
   */
  async putFile(key: string, path: string): Promise<FileRecord> {
    const hash = createHash('sha256');
    const { size: sizeBytes } = await stat(path);
    await pipeline(createReadStream(path), hash);
    await this.asking(key, (drawer) => drawer.putStream(key, createReadStream(path), sizeBytes));
    return { key, sha256: hash.digest(), sizeBytes };
  }

  /**
   * A file of any size, piece by piece. The last piece is only given out when all of it is what was stored: a reader who
   * counts the bytes never takes a file that was altered for a whole one.
   * @returns null when the file is not there, or has another size than what was stored
   * @throws Problem service.unavailable when the store does not answer
   */
  async open(record: FileRecord): Promise<Readable | null> {
    const found = await this.asking(record.key, (drawer) => drawer.getStream(record.key));
    if (found === null) this.logger.error(`file ${record.key} is missing`);
    else if (found.sizeBytes !== record.sizeBytes) {
      // It may still be opening what is being taken away: nobody listens to it any more, and it must not end the process.
      found.content.on('error', () => undefined).destroy();
      this.logger.error(`file ${record.key} is not what was stored: ${String(found.sizeBytes)} bytes`);
    } else return checked(found.content, record.sha256);
    return null;
  }

  /** A file that is not there is deleted already. */
  async delete(key: string): Promise<void> {
    await this.asking(key, (drawer) => drawer.delete(key));
  }

  /** Opened by whoever needs it first: a process that handles no file loads nothing for it. */
  private opened(): Promise<Drawer> {
    this.drawer ??= openDrawer(this.config.files);
    return this.drawer;
  }

  private async asking<T>(key: string, work: (drawer: Drawer) => Promise<T>): Promise<T> {
    if (!KEY.test(key)) throw new Error('not a key of this store');
    try {
      return await work(await this.opened());
    } catch (error) {
      this.logger.error(`file ${key}: ${String(error)}`);
      throw new Problem('service.unavailable', { retryAfter: 5 });
    }
  }
}
