import { appendFileSync, closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

const NEWLINE = 0x0a;

/**
 * A book on disk: one JSON object a line, appended whole and never changed. The page and the command line write to the
 * same book; each reads on from where it stopped, so a long book costs no more than its new lines. A line torn by a
 * crash costs that line only.
 */
export class JsonLines<T> {
  private offset = 0;

  /** `apply` is given every entry in the order of the file. */
  constructor(
    private readonly file: string,
    private readonly schema: z.ZodType<T>,
    private readonly apply: (entry: T) => void,
  ) {
    mkdirSync(dirname(file), { recursive: true });
    if (this.endsTorn()) appendFileSync(file, '\n');
  }

  append(entry: T): void {
    this.appendAll([entry]);
  }

  appendAll(entries: readonly T[]): void {
    if (entries.length === 0) return;
    const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    appendFileSync(this.file, text, { mode: 0o600 });
  }

  /** Applies what was written since the last time, by whomever. */
  catchUp(): void {
    const size = this.size();
    // A shorter file is another file: somebody has emptied the home folder.
    if (size < this.offset) this.offset = 0;
    if (size === this.offset) return;
    const bytes = this.read(this.offset, size - this.offset);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    this.offset += end;
    for (const line of bytes.subarray(0, end).toString('utf8').split('\n')) this.applyLine(line);
  }

  private applyLine(line: string): void {
    if (line === '') return;
    try {
      const entry = this.schema.safeParse(JSON.parse(line));
      if (entry.success) this.apply(entry.data);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }

  private endsTorn(): boolean {
    const size = this.size();
    return size > 0 && this.read(size - 1, 1)[0] !== NEWLINE;
  }

  private size(): number {
    return statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
  }

  private read(position: number, length: number): Buffer {
    const descriptor = openSync(this.file, 'r');
    try {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
    } finally {
      closeSync(descriptor);
    }
  }
}
