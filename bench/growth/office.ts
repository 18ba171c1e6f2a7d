import { readFileSync, statSync } from 'node:fs';
import { LISTS, questionsOf } from '../support/list-questions';
import { OFFICE } from './grown-database';

/** What somebody in the office opens; a body makes it a POST. */
export interface Question {
  readonly path: string;
  readonly body?: object;
}

/** What the lists do not ask: sums, previews, decisions over many rows. */
export const SUMMARIES: readonly Question[] = [
  { path: '/api/v1/dashboard' },
  { path: '/api/v1/reports/payments?from=2025-01-01&to=2026-12-31' },
  { path: '/api/v1/reports/penalties?from=2025-01&to=2026-12' },
  { path: '/api/v1/reports/arrears' },
  // What the dashboards ask.
  { path: '/api/v1/reports/payments-by-hour?day=2026-01-15' },
  { path: '/api/v1/reports/payment-register?from=2026-01-15&to=2026-01-15&hour=09' },
  { path: '/api/v1/reports/revenue?by=CHANNEL&from=2026-01-15&to=2026-01-15' },
  { path: '/api/v1/reports/collection-pace?period=2025-12' },
  { path: '/api/v1/reports/efficiency?from=2025-02&to=2026-01' },
  { path: '/api/v1/reports/usage?by=PERIOD&from=2025-02&to=2026-01' },
  { path: '/api/v1/reports/arrears-by-sheets' },
  { path: '/api/v1/reports/breaks-by-age' },
  { path: '/api/v1/reports/top-arrears' },
  { path: '/api/v1/saved-reports' },
  { path: '/api/v1/meter-readings/summary?period=2026-01' },
  { path: '/api/v1/bill-runs/preview', body: { period: '2026-01' } },
  { path: '/api/v1/bill-runs/preview', body: { period: '2026-01', region_id: 3 } },
  { path: '/api/v1/payments?page_size=1&totals=true' },
];

/** The whole of a filter, decided at once; nothing is written. */
export const BATCH: Question = {
  path: '/api/v1/meter-readings/verify-batch',
  body: { period: '2026-01', severities: ['OK', 'WARNING'], dry_run: true },
};

/** First, deep and last page, each order, each filter, each search of every list. */
export const PAGES: readonly Question[] = LISTS.flatMap(({ path, shape }) =>
  [...questionsOf(shape), 'before=end'].map((question) => ({
    path: `${path.replaceAll(/\{[^}]+\}/g, '77')}?${question}`,
  })),
);

/** Refusals that are an answer: an order nobody keeps over so many rows, a list that does not go on from a row. */
const TOLD = new Set(['too_many_rows', 'not_a_cursor']);

export class Office {
  private constructor(
    private readonly origin: string,
    private readonly token: string,
    private readonly log: string,
  ) {}

  static async open(port: number, log: string): Promise<Office> {
    const origin = `http://127.0.0.1:${String(port)}`;
    const answer = await fetch(`${origin}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(OFFICE),
    });
    if (!answer.ok) throw new Error(`log-in answered ${String(answer.status)}`);
    return new Office(origin, ((await answer.json()) as { access_token: string }).access_token, log);
  }

  async ask({ path, body }: Question): Promise<{ milliseconds: number; refused: string | null }> {
    const started = performance.now();
    const answer = await fetch(this.origin + path, {
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const milliseconds = performance.now() - started;
    if (answer.ok) return { milliseconds, refused: null };
    const { code, errors } = JSON.parse(text) as { code?: string; errors?: { code: string }[] };
    const told = answer.status === 400 && TOLD.has(errors?.[0]?.code ?? '');
    return { milliseconds, refused: told ? null : `${String(answer.status)} ${code ?? ''}` };
  }

  /** Reads a file to its end. @returns its bytes */
  async download(path: string, signal?: AbortSignal): Promise<number> {
    const answer = await fetch(this.origin + path, {
      headers: { authorization: `Bearer ${this.token}` },
      signal: signal ?? null,
    });
    if (!answer.ok || answer.body === null) throw new Error(`${path} answered ${String(answer.status)}`);
    let bytes = 0;
    for await (const part of answer.body) bytes += (part as Uint8Array).byteLength;
    return bytes;
  }

  /** Where the log of the database ends now. */
  mark(): number {
    return statSync(this.log).size;
  }

  /** The statements that took long since then, each once, as far as a line shows them. */
  slowSince(mark: number): string[] {
    const text = readFileSync(this.log).subarray(mark).toString();
    const found = [
      ...text.matchAll(
        /duration: ([\d.]+) ms\s+(?:execute|statement)[^:]*: ([^\n]*(?:\n(?!\d{4}-)[^\n]*){0,6})/g,
      ),
    ];
    const statements = new Map(
      found.map(([, took = '', sql = '']) => [sql.replaceAll(/\s+/g, ' ').trim(), took]),
    );
    return [...statements].map(([sql, took]) => `${took} ms: ${sql.slice(0, 400)}`);
  }
}
