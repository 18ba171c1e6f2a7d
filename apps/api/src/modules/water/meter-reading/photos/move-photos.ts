import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../../platform/database';
import { FileStore } from '../../../../platform/files';
import { Jobs } from '../../../../platform/jobs';
import { LooseFiles } from './loose-files';

/** What one turn takes from the processors of others. */
const AT_ONCE = 50;

/**
 * Photos that were stored in the database become files, a few at a time and each for itself: stopped anywhere it goes on
 * from there, on any replica. A photo is read from where it is, before and after.
 */
@Injectable()
export class MovePhotos implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly loose: LooseFiles,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(10, 'move photos to files', async () => {
      await this.move();
    });
  }

  /** @returns how many were moved: fewer than a turn's when none is left that nobody else holds */
  async move(): Promise<number> {
    let moved = 0;
    while (moved < AT_ONCE && (await this.moveOne())) moved += 1;
    return moved;
  }

  private async moveOne(): Promise<boolean> {
    const [waiting] = await this.database.screen('SELECT FROM foto_meter WHERE file_key IS NULL LIMIT 1');
    if (waiting === undefined) return false;
    const key = await this.loose.expect();
    return this.database.transaction(async (tx) => {
      const [photo] = await tx.query<{ client_id: string; content: Buffer }>(
        `SELECT client_id, content FROM foto_meter WHERE file_key IS NULL
         ORDER BY client_id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
      );
      if (photo === undefined) return false;
      const file = await this.files.put(key, photo.content);
      // What is taken from the table must be there: read back as it would be for whoever asks.
      if ((await this.files.read(file)) === null) throw new Error(`file ${key} is not what was written`);
      await tx.query(
        'UPDATE foto_meter SET content = NULL, file_key = $2, file_sha256 = $3, size_bytes = $4 WHERE client_id = $1',
        [photo.client_id, file.key, file.sha256, file.sizeBytes],
      );
      await this.loose.take(tx, key);
      return true;
    }, 'screen');
  }
}
