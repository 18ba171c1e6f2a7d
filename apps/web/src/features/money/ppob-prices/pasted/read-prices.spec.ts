import fc from 'fast-check';
import { pasteColumns, readPrices } from './read-prices';

const COLUMNS = pasteColumns({ variants: true, billed: false });

describe('a pasted list of prices', () => {
  test('is read from a spreadsheet and from what is typed', () => {
    expect(readPrices('TELKOMSEL\t50.000\t49.500\tTSEL50\n\nXL; Rp 25000; 24800 ;XL25\r\n', COLUMNS)).toEqual(
      {
        rows: [
          { line: 1, offer: { variant: 'TELKOMSEL', price: 50_000, cost: 49_500, sku: 'TSEL50' } },
          { line: 3, offer: { variant: 'XL', price: 25_000, cost: 24_800, sku: 'XL25' } },
        ],
        problems: [],
      },
    );
    expect(pasteColumns({ variants: false, billed: true })).toEqual(['sku']);
    expect(readPrices('PGN-2', ['sku']).rows).toEqual([{ line: 1, offer: { sku: 'PGN-2' } }]);
  });

  test('says what it does not understand, and guesses nothing', () => {
    expect(readPrices('TELKOMSEL;50000;TSEL50', COLUMNS).problems).toEqual([
      { kind: 'columns', line: 1, count: 4 },
    ]);
    for (const price of ['50.00', '5e4', '-5', '50,5', '', 'lima'])
      expect(readPrices(`XL;${price};1;S`, COLUMNS).problems).toEqual([
        { kind: 'number', line: 1, column: 'price' },
      ]);
    expect(readPrices('XL;1000;900;A\nXL;1.000;800;B', COLUMNS).problems).toEqual([
      { kind: 'twice', line: 2, other: 1 },
    ]);
  });

  test('every written line is a row or a problem', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 })), (lines) => {
        const text = lines.join('\n');
        const { rows, problems } = readPrices(text, COLUMNS);
        const told = new Set([...rows, ...problems].map(({ line }) => line));
        return told.size === text.split(/\r?\n/).filter((line) => line.trim() !== '').length;
      }),
    );
  });
});
