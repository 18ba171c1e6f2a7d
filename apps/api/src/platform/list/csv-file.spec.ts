import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { column, fraction } from './csv-columns';
import { writeCsv } from './csv-file';

interface Share {
  readonly name: string;
  readonly rate: number | null;
}

const rows = (...items: Share[]): AsyncIterable<Share> => Readable.from(items);

it('writes shares as numbers of the language, also those below nothing, and formulas as text', async () => {
  const home = await mkdtemp(join(tmpdir(), 'csv-'));
  const columns = [
    column<Share>('Nama', 'Name', ({ name }) => name),
    fraction<Share>('Bagian', 'Share', ({ rate }) => rate),
  ];
  const written = async (language: 'id' | 'en') => {
    const path = join(home, language);
    const items = rows({ name: '-1+1', rate: 93.67 }, { name: 'B', rate: -1.5 }, { name: 'C', rate: null });
    await writeCsv(path, columns, items, language, new AbortController().signal);
    return (await readFile(path, 'utf8')).split('\n').slice(1, 4);
  };
  expect(await written('id')).toEqual(["'-1+1;93,67", 'B;-1,50', 'C;']);
  expect(await written('en')).toEqual(["'-1+1;93.67", 'B;-1.50', 'C;']);
  await rm(home, { recursive: true });
});
