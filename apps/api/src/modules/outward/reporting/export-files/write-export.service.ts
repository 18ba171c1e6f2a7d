import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Role } from '@tirtapay/domain';
import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../../../platform/clock';
import { Database, type RowOf } from '../../../../platform/database';
import { FileStore } from '../../../../platform/files';
import { AttemptSuperseded, JobRuns, Jobs, type JobAttempt } from '../../../../platform/jobs';
import type { ExportFile } from '../entities/export-file.entity';
import { ExportDoor, type Refusal } from './export-door';
import { tellOfFile } from '../saved-reports/news';
import {
  EXPORT_JOB,
  KEPT_MILLISECONDS,
  MOST_ATTEMPTS,
  SCHEDULED_KEPT_MILLISECONDS,
  STALLED_AFTER_SECONDS,
} from './export-rules';
import { OrderExport } from './order-export.service';

type Ordered = RowOf<ExportFile, 'id' | 'person_id' | 'address' | 'language' | 'file_key' | 'due_on'> & {
  readonly saved_report: string | null;
  /** What its owner is before the first row is read. */
  readonly role: Role;
};

const SIGN_OF_LIFE_MILLISECONDS = 2_000;
const CLEARED_EVERY_SECONDS = 300;

/** Writes the files that were asked for, each from its beginning: a process that dies in the middle leaves half of nothing. */
@Injectable()
export class WriteExport implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(EXPORT_JOB);
  private readonly leaving = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly runs: JobRuns,
    private readonly door: ExportDoor,
    private readonly files: FileStore,
    private readonly orders: OrderExport,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(EXPORT_JOB, (payload) => this.run(String(payload.run_key)));
    this.jobs.every(STALLED_AFTER_SECONDS, 'resume stalled exports', () => this.resumeStalled());
    this.jobs.every(CLEARED_EVERY_SECONDS, 'clear expired exports', () => this.clear());
  }

  /** A replica that leaves does not wait for a long file: another begins it anew. */
  onModuleDestroy(): void {
    this.leaving.abort(new Error('the process stops'));
  }

  /** Safe to repeat: a file that is whole is left alone. */
  async run(runKey: string): Promise<void> {
    const attempt = await this.runs.begin(EXPORT_JOB, runKey, this.clock.date());
    if (attempt === null) return;
    const [ordered] = await this.database.screen<Ordered & Record<string, unknown>>(
      `SELECT f.id, f.person_id, f.address, f.language, f.file_key, f.due_on, s.name AS saved_report, u.role
       FROM berkas_unduhan f JOIN pengguna u ON u.id = f.person_id LEFT JOIN laporan_tersimpan s ON s.id = f.saved_report_id WHERE f.run_key = $1`,
      [runKey],
    );
    if (ordered === undefined) return this.giveUp(runKey, 'removed');
    if (attempt.epoch > MOST_ATTEMPTS) return this.giveUp(runKey, 'service.unavailable', ordered);
    const path = join(tmpdir(), `tirtapay-export-${randomUUID()}`);
    try {
      // Names and telephones of thousands: nobody else of this machine reads it while it is written.
      await (await open(path, 'wx', 0o600)).close();
      await this.write(attempt, ordered, path);
    } catch (error) {
      if (!(error instanceof AttemptSuperseded)) throw error;
      this.logger.warn(`file ${String(ordered.id)} was taken over by a later attempt, or removed`);
      await this.forget(ordered);
    } finally {
      await unlink(path).catch(() => undefined);
    }
  }

  private async write(attempt: JobAttempt, ordered: Ordered, path: string): Promise<void> {
    const caller = { personId: ordered.person_id, language: ordered.language };
    const asked = await this.door.serve(ordered.address, caller, null);
    if ('refusal' in asked) return this.refused(attempt, ordered, asked.refusal);
    let expected = asked.answer.countsItself ? null : await this.door.count(ordered.address, caller);
    const life = new SignsOfLife((rows) =>
      this.database.transaction(
        (tx) =>
          this.runs.progress(tx, EXPORT_JOB, attempt, { rows, ...(expected !== null && { expected }) }, {}),
        'screen',
      ),
    );
    const ended = AbortSignal.any([life.lost.signal, this.leaving.signal]);
    life.say(0);
    const served = await this.door.serve(ordered.address, caller, {
      path,
      signal: ended,
      written: (rows) => {
        life.say(rows);
      },
      expected: (rows) => {
        expected = rows;
        life.say(0, true);
      },
    });
    ended.throwIfAborted();
    if ('refusal' in served) return this.refused(attempt, ordered, served.refusal);
    const { sha256, sizeBytes } = await this.files.putFile(ordered.file_key, path);
    const kept = ordered.due_on === null ? KEPT_MILLISECONDS : SCHEDULED_KEPT_MILLISECONDS;
    await this.database.transaction(async (tx) => {
      await this.runs.finish(tx, EXPORT_JOB, attempt, this.clock.date());
      const written = await tx.execute(
        `UPDATE berkas_unduhan f SET file_sha256 = $2, size_bytes = $3, row_count = $4, expires_at = $5, written_for = u.role
         FROM pengguna u WHERE f.id = $1 AND u.id = f.person_id AND u.role = $6`,
        [ordered.id, sha256, sizeBytes, served.answer.rows, new Date(this.clock.now() + kept), ordered.role],
      );
      // Nobody can tell which rows were masked for what they were, and which for what they are: it is begun anew.
      if (written === 0) throw new Error('the role of its owner changed while it was written');
      await tellOfFile(tx, ordered);
    }, 'screen');
  }

  /** What was removed while it was written may have been put into the store since. */
  private async forget({ id, file_key: key }: Ordered): Promise<void> {
    const kept = await this.database.screen('SELECT FROM berkas_unduhan WHERE id = $1', [id]);
    if (kept.length === 0) await this.files.delete(key);
  }

  /** What is refused is refused again; what broke may go well the next time. */
  private refused({ period }: JobAttempt, ordered: Ordered, { code, status }: Refusal): Promise<void> {
    if (status < 500 && status !== 429) return this.giveUp(period, code, ordered);
    throw new Error(`the export answered ${String(status)} ${code}`);
  }

  private async giveUp(runKey: string, reason: string, ordered?: Ordered): Promise<void> {
    await this.runs.fail(EXPORT_JOB, runKey, reason, this.clock.date());
    if (ordered !== undefined)
      await this.database.transaction((tx) => tellOfFile(tx, ordered, reason), 'screen');
  }

  private async resumeStalled(): Promise<void> {
    const stalled = await this.database.screen<{ run_key: string }>(
      `SELECT period AS run_key FROM job_run WHERE job = $1 AND status = 'RUNNING'
         AND (detail ->> 'heartbeat')::timestamptz < clock_timestamp() - make_interval(secs => $2)`,
      [EXPORT_JOB, STALLED_AFTER_SECONDS],
    );
    for (const { run_key: runKey } of stalled)
      await this.database.transaction((tx) => this.orders.enqueue(tx, runKey), 'screen');
  }

  /**
   * Files whose time is over, and for as long those that were given up: they can be begun anew. The file first: whatever
   * happens between, its row still says where it is.
   */
  async clear(): Promise<void> {
    const over = await this.database.screen<{ id: number; file_key: string }>(
      `SELECT f.id, f.file_key FROM berkas_unduhan f JOIN job_run r ON r.job = '${EXPORT_JOB}' AND r.period = f.run_key
       WHERE f.expires_at <= $1 OR (r.status = 'FAILED' AND r.finished_at <= $2) ORDER BY f.id LIMIT 200`,
      [this.clock.date(), new Date(this.clock.now() - KEPT_MILLISECONDS)],
    );
    for (const { id, file_key: key } of over) {
      await this.files.delete(key);
      await this.database.writeAside('DELETE FROM berkas_unduhan WHERE id = $1', [id]);
    }
  }
}

/**
 * Says now and then how far a run is; what cannot be said any more ends the work. A run that is silent for long is put into
 * the queue once more, where it waits behind this one and finds it done.
 */
class SignsOfLife {
  readonly lost = new AbortController();
  private saidAt = -SIGN_OF_LIFE_MILLISECONDS;

  constructor(private readonly tell: (rows: number) => Promise<void>) {}

  say(rows: number, atOnce = false): void {
    const now = performance.now();
    if (!atOnce && now - this.saidAt < SIGN_OF_LIFE_MILLISECONDS) return;
    this.saidAt = now;
    this.tell(rows).catch((error: unknown) => {
      if (error instanceof AttemptSuperseded) this.lost.abort(error);
    });
  }
}
