import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { JsonLines } from './json-lines';

const schema = z.object({ n: z.int() });
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'json lines '));
  file = join(folder, 'deep', 'book.jsonl');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function book() {
  const seen: number[] = [];
  const lines = new JsonLines(file, schema, ({ n }) => seen.push(n));
  return { lines, seen };
}

it('reads on where it stopped, also what another has written', () => {
  const [mine, theirs] = [book(), book()];
  mine.lines.append({ n: 1 });
  theirs.lines.append({ n: 2 });
  mine.lines.catchUp();
  theirs.lines.catchUp();
  mine.lines.append({ n: 3 });
  mine.lines.catchUp();
  expect([mine.seen, theirs.seen]).toEqual([
    [1, 2, 3],
    [1, 2],
  ]);
});

it('loses a torn line and nothing else', () => {
  book().lines.append({ n: 1 });
  appendFileSync(file, '{"n":2');
  const after = book();
  after.lines.append({ n: 3 });
  appendFileSync(file, '{"n":"empat"}\nbukan json\n');
  after.lines.append({ n: 5 });
  after.lines.catchUp();
  expect(after.seen).toEqual([1, 3, 5]);
});

it('waits for the rest of a line that is being written', () => {
  const { lines, seen } = book();
  lines.append({ n: 1 });
  appendFileSync(file, '{"n":');
  lines.catchUp();
  appendFileSync(file, '2}\n');
  lines.catchUp();
  expect(seen).toEqual([1, 2]);
});

it('begins again with another, shorter file', () => {
  const { lines, seen } = book();
  lines.append({ n: 10 });
  lines.append({ n: 11 });
  lines.catchUp();
  writeFileSync(file, '{"n":1}\n');
  lines.catchUp();
  expect(seen).toEqual([10, 11, 1]);
});
