import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import {
  CALL_REGISTER,
  FIRST_HEAD,
  readArchive,
  writeArchive,
  type ArchivedPart,
} from '../../api/src/modules/bank-gateway/security';

const FETCH_ROWS = 2_000;
/** A list that is being read holds the table for four seconds at most. */
const DETACH_TRIES = 10;

interface Part {
  part: string;
  ends: Date;
}

/** Parts that ended before so many whole months behind the running one, the oldest first. */
export async function dueParts(owner: Client, keepMonths: number): Promise<Part[]> {
  const { rows } = await owner.query<Part>(
    `SELECT part, ends FROM call_log.months WHERE ends <= date_trunc('month', now(), 'UTC') - make_interval(months => $1) ORDER BY ends`,
    [keepMonths],
  );
  return rows;
}

/** The last month a part holds: a part ends with the first instant of the next one. */
const lastMonthOf = ({ ends }: Part) => new Date(ends.getTime() - 1).toISOString().slice(0, 7);

async function* linesOf(owner: Client, part: string): AsyncGenerator<string> {
  await owner.query(
    `DECLARE calls NO SCROLL CURSOR FOR SELECT to_jsonb(c)::text AS line FROM call_log.${owner.escapeIdentifier(part)} c ORDER BY c.received_at, c.id`,
  );
  for (;;) {
    const { rows } = await owner.query<{ line: string }>(`FETCH ${String(FETCH_ROWS)} FROM calls`);
    if (rows.length === 0) break;
    for (const { line } of rows) yield line;
  }
  await owner.query('CLOSE calls');
}

/** Takes the part out of the table. Readers are waited for a second at a time, so that nobody queues up behind us for long. */
async function detach(owner: Client, part: string): Promise<void> {
  const name = `call_log.${owner.escapeIdentifier(part)}`;
  for (let attempt = 1; ; attempt += 1) {
    await owner.query('SAVEPOINT detaching');
    try {
      await owner.query("SET LOCAL lock_timeout = '1s'");
      await owner.query(`ALTER TABLE payment_transaction DETACH PARTITION ${name}`);
      await owner.query(`DROP TABLE ${name}`);
      return;
    } catch (error) {
      if (attempt === DETACH_TRIES || (error as { code?: string }).code !== '55P03') throw error;
      await owner.query('ROLLBACK TO SAVEPOINT detaching');
    }
  }
}

/**
 * A month comes a second time when a clock that was wrong stamped calls into one that had left: their file stands beside
 * the first one, and never in its place.
 */
function unusedNames(
  part: Part,
  entries: readonly ArchivedPart[],
): { readonly name: string; readonly fileName: string } {
  for (let time = 1; ; time += 1) {
    const suffix = time === 1 ? '' : `-${String(time)}`;
    const name = `${part.part}${suffix}`;
    const fileName = `payment_transaction-${lastMonthOf(part)}${suffix}.jsonl.gz`;
    if (!entries.some((entry) => entry.part === name || entry.file_name === fileName))
      return { name, fileName };
  }
}

/**
 * One part becomes a file: written, read back, entered into the register and only then dropped, all or nothing. Ended
 * anywhere, it begins anew: the register is what counts, and it has no entry.
 * @returns the name of the file
 */
export async function archivePart(owner: Client, folder: string, part: Part): Promise<string> {
  await owner.query('BEGIN');
  try {
    await owner.query("SELECT pg_advisory_xact_lock(hashtext('call months'))");
    await owner.query(`LOCK TABLE call_log.${owner.escapeIdentifier(part.part)} IN SHARE MODE`);
    const entries = (await owner.query<ArchivedPart>(CALL_REGISTER.entries)).rows;
    const before = entries.at(-1);
    const { name, fileName } = unusedNames(part, entries);
    const path = join(folder, fileName);
    const previousHead = before?.head ?? FIRST_HEAD;
    const written = await writeArchive(path, previousHead, linesOf(owner, part.part));
    const read = await readArchive(path, previousHead);
    if (read.rows !== written.rows || !read.head.equals(written.head))
      throw new Error(`${path} is not what was written`);
    await owner.query(CALL_REGISTER.enter, [
      (before?.seq ?? 0) + 1,
      name,
      part.ends,
      fileName,
      written.bytes,
      written.rows,
      previousHead,
      written.head,
    ]);
    await detach(owner, part.part);
    await owner.query('COMMIT');
    return fileName;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

export interface Verified {
  readonly ok: boolean;
  readonly fileName: string;
  readonly text: string;
}

/** Ten years from the end of the year of the books (UU 8/1997 art. 11; UU KUP art. 28 (11)). */
const KEPT_YEARS = 10;

/** Every file of the register against its entry, and each entry against the one before it. */
export async function* verifyArchives(owner: Client, folder: string): AsyncGenerator<Verified> {
  let expected: Buffer = FIRST_HEAD;
  for (const entry of (await owner.query<ArchivedPart>(CALL_REGISTER.entries)).rows) {
    const { file_name: fileName, previous_head: previousHead, head } = entry;
    const objection = previousHead.equals(expected)
      ? await objectionTo(join(folder, fileName), entry)
      : 'its entry does not follow from the one before it';
    expected = head;
    const until = `${String(Number(lastMonthOf(entry).slice(0, 4)) + KEPT_YEARS)}-12-31`;
    yield {
      ok: objection === null,
      fileName,
      text: objection ?? `${entry.rows} calls, unbroken; to be kept until ${until}`,
    };
  }
}

async function objectionTo(path: string, entry: ArchivedPart): Promise<string | null> {
  if (!existsSync(path)) return 'MISSING: bring it back from its copy, or say where it is by ARCHIVE_ROOT';
  try {
    const { rows, head } = await readArchive(path, entry.previous_head);
    return rows === Number(entry.rows) && head.equals(entry.head)
      ? null
      : 'ALTERED: its chain ends elsewhere';
  } catch (error) {
    return `UNREADABLE: ${error instanceof Error ? error.message : String(error)}`;
  }
}
