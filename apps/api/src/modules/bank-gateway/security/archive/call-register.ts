/** Which part of the call log became which file, in the order in which their chains follow each other. */
export interface ArchivedPart {
  readonly seq: number;
  readonly part: string;
  /** The first instant of the next month. */
  readonly ends: Date;
  readonly file_name: string;
  readonly rows: string;
  readonly previous_head: Buffer;
  readonly head: Buffer;
}

/** Written by the owner of the database alone: the application only ever adds calls. */
export const CALL_REGISTER = {
  entries: `SELECT seq, part, ends, file_name, rows, previous_head, head FROM arsip_panggilan ORDER BY seq`,
  enter: `
    INSERT INTO arsip_panggilan (seq, part, ends, file_name, file_bytes, rows, previous_head, head, archived_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
} as const;
