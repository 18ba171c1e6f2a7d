import { NIK, type TakeoverFinding } from '@tirtapay/domain';

/** Of a file whose every row is wrong the first are kept; all are counted. */
const MOST_KEPT = 1_000;

/** What the database keeps of a file's own words: it has no zero byte, and no half of a character that was cut in two. */
export function storable(words: string): string {
  return words.replaceAll(/[\0\p{Surrogate}]/gu, '\ufffd');
}

/** Columns of which the first letters say enough. */
const PERSONAL: readonly (string | undefined)[] = ['nik', 'phone', 'email'];

/**
 * What is kept of a file is read by many: whosever NIK stands there, in whichever column, nobody reads it, nor the telephone and
 * the mail of the row that is shown as an example.
 */
export function withoutNik(cell: string, field?: string): string {
  const isPersonal = PERSONAL.includes(field) || NIK.accepts(cell.replace(/[\s.'-]/g, ''));
  return isPersonal ? cell.replace(/^(.{4}).+$/, '$1…') : cell;
}

export interface LineFinding extends TakeoverFinding {
  readonly line: number;
}

/** Everything found on the way through a file. */
export class Findings {
  readonly kept: LineFinding[] = [];
  total = 0;
  private readonly refusedLines = new Set<number>();

  get refused(): number {
    return this.refusedLines.size;
  }

  add(line: number, finding: TakeoverFinding): void {
    this.total += 1;
    if (finding.refuses) this.refusedLines.add(line);
    if (this.kept.length < MOST_KEPT)
      this.kept.push({ line, ...finding, found: storable(withoutNik(finding.found)) });
  }
}

/** Keys that may stand in a file once: of two rows with one key both are told. */
export class Once {
  private readonly first = new Map<string, { readonly line: number; told: boolean }>();

  constructor(
    private readonly field: string,
    private readonly findings: Findings,
  ) {}

  see(key: string, line: number, found: string): void {
    const before = this.first.get(key);
    if (before === undefined) {
      this.first.set(key, { line, told: false });
      return;
    }
    const twice = { field: this.field, code: 'TWICE', found, suggestion: null, refuses: true } as const;
    if (!before.told) this.findings.add(before.line, twice);
    before.told = true;
    this.findings.add(line, twice);
  }

  has(key: string): boolean {
    return this.first.has(key);
  }
}
