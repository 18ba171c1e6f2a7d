import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../src');

it('nothing is written through a door of reading', () => {
  const wrong: string[] = [];
  for (const file of readdirSync(ROOT, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [call] of text.matchAll(
      /\.(?:read|screen|readPrepared)(?:<[^(]*>)?\(\s*(?:'[a-z_]+',\s*)?[`'"]\s*(?:INSERT|UPDATE|DELETE|MERGE)\b/g,
    ))
      wrong.push(`${file}: ${call}`);
  }
  expect(wrong).toEqual([]);
});
