import { Injectable } from '@nestjs/common';
import type { BusinessDate, Language } from '@tirtapay/domain';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../../../platform/clock';
import { currentLanguage, currentStaff } from '../../../../platform/context';
import { Database, type Tx } from '../../../../platform/database';
import { FileStore } from '../../../../platform/files';
import { JobRuns, Jobs } from '../../../../platform/jobs';
import { Problem } from '../../../../platform/problem';
import { ExportDoor, type Refusal } from './export-door';
import { EXPORT_JOB, MOST_KEPT, MOST_UNDER_WAY } from './export-rules';

const RETRY_SECONDS = 30;
const QUEUE = 'exports';

const UNDER_WAY = `FROM berkas_unduhan f JOIN job_run r ON r.job = '${EXPORT_JOB}' AND r.period = f.run_key
  WHERE f.person_id = $1 AND f.due_on IS NULL AND r.status IN ('QUEUED', 'RUNNING')`;

interface FileToWrite {
  readonly personId: number;
  readonly address: string;
  readonly language: Language;
  /** With its ending. */
  readonly name: string;
  readonly type: string;
  /** Asked for by the schedule of a saved report, and by nobody who waits: it takes no place of the person. */
  readonly scheduled?: { readonly savedReportId: number; readonly dueOn: BusinessDate };
}

/** Files are asked for, tried again and thrown away by whom they belong to. */
@Injectable()
export class OrderExport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly runs: JobRuns,
    private readonly door: ExportDoor,
    private readonly files: FileStore,
  ) {}

  /**
   * @returns the file, or the refusal of the route that writes it: whoever may not have the file, or filters by what is no
   * filter, is told now and not in an hour
   * @throws Problem export.too_many
   */
  async order(address: string): Promise<{ id: number } | Refusal> {
    const { id: personId } = currentStaff();
    const language = currentLanguage();
    const served = await this.door.serve(address, { personId, language }, null);
    if ('refusal' in served) return served.refusal;
    const { name, type } = served.answer;
    return this.database.transaction(async (tx) => {
      await this.takePlace(tx, personId);
      const id = await this.write(tx, { personId, address, language, name, type });
      // Those that are too many end now, and are cleared away like any other whose time is over.
      await tx.query(
        `UPDATE berkas_unduhan SET expires_at = $2 WHERE person_id = $1 AND expires_at > $2 AND id IN (
           SELECT id FROM berkas_unduhan WHERE person_id = $1 AND due_on IS NULL ORDER BY id DESC OFFSET ${String(MOST_KEPT)})`,
        [personId, this.clock.date()],
      );
      return { id };
    }, 'screen');
  }

  /** Puts a file into the queue. @returns its id */
  async write(tx: Tx, file: FileToWrite): Promise<number> {
    const runKey = randomUUID();
    const { id } = await tx.one<{ id: number }>(
      `INSERT INTO berkas_unduhan (person_id, run_key, address, language, name, media_type, asked_at, file_key,
         saved_report_id, due_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        file.personId,
        runKey,
        file.address,
        file.language,
        file.name,
        file.type,
        this.clock.date(),
        this.files.newKey('exports'),
        file.scheduled?.savedReportId ?? null,
        file.scheduled?.dueOn ?? null,
      ],
    );
    await this.queue(tx, runKey);
    return id;
  }

  /** Begins anew what was given up. @throws Problem export.not_found, export.state_conflict, export.too_many */
  retry(id: number): Promise<void> {
    const { id: personId } = currentStaff();
    return this.database.transaction(async (tx) => {
      await this.takePlace(tx, personId);
      const runKey = randomUUID();
      const again = await tx.execute(
        `UPDATE berkas_unduhan f SET run_key = $3 FROM job_run r
         WHERE f.id = $1 AND f.person_id = $2 AND r.job = '${EXPORT_JOB}' AND r.period = f.run_key AND r.status = 'FAILED'`,
        [id, personId, runKey],
      );
      if (again === 0) throw new Problem(await this.refusalOf(tx, id, personId));
      await this.queue(tx, runKey);
    }, 'screen');
  }

  /** Ends its writing, and it is gone. @throws Problem export.not_found */
  async remove(id: number): Promise<void> {
    const [file] = await this.database.screen<{ run_key: string; file_key: string }>(
      'SELECT run_key, file_key FROM berkas_unduhan WHERE id = $1 AND person_id = $2',
      [id, currentStaff().id],
    );
    if (file === undefined) throw new Problem('export.not_found');
    await this.runs.fail(EXPORT_JOB, file.run_key, 'removed', this.clock.date());
    await this.files.delete(file.file_key);
    await this.database.writeAside('DELETE FROM berkas_unduhan WHERE id = $1', [id]);
  }

  private async queue(tx: Tx, runKey: string): Promise<void> {
    await this.runs.queue(tx, EXPORT_JOB, runKey);
    await this.enqueue(tx, runKey);
  }

  /** One after the other, on all replicas together: a file that nobody waits for takes one connection. */
  enqueue(tx: Tx, runKey: string): Promise<void> {
    return this.jobs.enqueue(
      tx,
      EXPORT_JOB,
      { run_key: runKey },
      { key: `${EXPORT_JOB}-${runKey}`, queue: QUEUE },
    );
  }

  private async refusalOf(tx: Tx, id: number, personId: number) {
    const [file] = await tx.query('SELECT FROM berkas_unduhan WHERE id = $1 AND person_id = $2', [
      id,
      personId,
    ]);
    return file === undefined ? ('export.not_found' as const) : ('export.state_conflict' as const);
  }

  /** Of one person one after the other, so that twenty clicks at once are counted as twenty. */
  private async takePlace(tx: Tx, personId: number): Promise<void> {
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('berkas_unduhan/' || $1::bigint, 0))", [
      personId,
    ]);
    const { count } = await tx.one<{ count: number }>(`SELECT count(*) ${UNDER_WAY}`, [personId]);
    if (count >= MOST_UNDER_WAY) throw new Problem('export.too_many', { retryAfter: RETRY_SECONDS });
  }
}
