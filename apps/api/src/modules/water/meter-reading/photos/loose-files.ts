import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../../platform/clock';
import { Database, type Tx } from '../../../../platform/database';
import { FileStore } from '../../../../platform/files';
import { Jobs } from '../../../../platform/jobs';

/** Far longer than any photo takes from its file to its row. */
const LOOSE_MILLISECONDS = 3_600_000;
const AT_ONCE = 100;

/**
 * Files that no row names yet, or no more. Each is noted before it is written and its note goes with the row that names
 * it: whatever happens between, even a process that is killed, leaves a note and no rubbish without one.
 */
@Injectable()
export class LooseFiles implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every(300, 'clear loose photo files', () => this.clear());
  }

  /** @returns the key of a file that is about to be written */
  async expect(): Promise<string> {
    const key = this.files.newKey('meter-photos');
    await this.database.writeAside('INSERT INTO foto_lepas (file_key, noted_at) VALUES ($1, $2)', [
      key,
      this.clock.date(),
    ]);
    return key;
  }

  /** The row of the transaction names the file from now on. */
  async take(tx: Tx, key: string): Promise<void> {
    await tx.query('DELETE FROM foto_lepas WHERE file_key = $1', [key]);
  }

  /** The row of the transaction names it no more. */
  async leave(tx: Tx, key: string): Promise<void> {
    await tx.query('INSERT INTO foto_lepas (file_key, noted_at) VALUES ($1, $2)', [key, this.clock.date()]);
  }

  /** Deletes the files of old notes. One that a row names after all is kept, and its note goes. */
  async clear(): Promise<void> {
    const before = new Date(this.clock.now() - LOOSE_MILLISECONDS);
    let cleared: number;
    do {
      cleared = await this.database.transaction(async (tx) => {
        const notes = await tx.query<{ file_key: string; named: boolean }>(
          `SELECT l.file_key, EXISTS (SELECT FROM foto_meter f WHERE f.file_key = l.file_key)
             OR EXISTS (SELECT FROM periksa_meter p WHERE p.file_key = l.file_key) AS named
           FROM foto_lepas l WHERE l.noted_at < $1 ORDER BY l.noted_at LIMIT ${String(AT_ONCE)} FOR UPDATE SKIP LOCKED`,
          [before],
        );
        for (const { file_key: key, named } of notes) {
          if (!named) await this.files.delete(key);
          await this.take(tx, key);
        }
        return notes.length;
      }, 'screen');
    } while (cleared === AT_ONCE);
  }
}
