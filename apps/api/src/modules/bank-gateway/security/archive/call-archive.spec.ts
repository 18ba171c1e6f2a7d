import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readArchive, writeArchive } from './call-archive';
import { FIRST_HEAD } from './call-chain';

const folder = mkdtempSync(join(tmpdir(), 'tirtapay-archive-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const LINES = ['{"id":1,"code":null}', '{"id":2,"text":"dua\\nbaris"}', '{"id":3,"nama":"Ösman"}'];
async function* lines(from: readonly string[]): AsyncGenerator<string> {
  for (const line of from) yield await Promise.resolve(line);
}

describe('an archive of calls', () => {
  it('is what was written, line by line, and says so by its head', async () => {
    const path = join(folder, 'one.jsonl.gz');
    const written = await writeArchive(path, FIRST_HEAD, lines(LINES));
    expect(gunzipSync(readFileSync(path)).toString()).toBe(`${LINES.join('\n')}\n`);
    expect(written).toMatchObject({ rows: 3, bytes: readFileSync(path).length });
    expect(await readArchive(path, FIRST_HEAD)).toEqual({ rows: 3, head: written.head });
    expect(readdirSync(folder)).toEqual(['one.jsonl.gz']);
  });

  it('of a month without calls hands the head of the month before on', async () => {
    const head = Buffer.alloc(32, 7);
    const path = join(folder, 'none.jsonl.gz');
    expect(await writeArchive(path, head, lines([]))).toMatchObject({ rows: 0, head });
    expect(await readArchive(path, head)).toEqual({ rows: 0, head });
  });

  it.each([
    ['a line is altered', (text: string) => text.replace('dua', 'tiga')],
    ['a line is left out', (text: string) => text.replace(`${LINES[1] ?? ''}\n`, '')],
    ['a line is added', (text: string) => `${text}{"id":4}\n`],
    ['two lines change places', () => `${[LINES[1], LINES[0], LINES[2]].join('\n')}\n`],
  ])('has another head when %s', async (_, change) => {
    const path = join(folder, 'altered.jsonl.gz');
    const { head } = await writeArchive(path, FIRST_HEAD, lines(LINES));
    writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(path)).toString())));
    expect((await readArchive(path, FIRST_HEAD)).head).not.toEqual(head);
  });

  it('has another head after another month, and no head when it is cut off', async () => {
    const path = join(folder, 'cut.jsonl.gz');
    const { head } = await writeArchive(path, FIRST_HEAD, lines(LINES));
    expect((await readArchive(path, Buffer.alloc(32, 1))).head).not.toEqual(head);
    writeFileSync(path, readFileSync(path).subarray(0, -9));
    await expect(readArchive(path, FIRST_HEAD)).rejects.toThrow();
  });
});
