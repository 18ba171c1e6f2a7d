import { pagesOf } from '../../fixtures/pages-of';
import { boldWidth } from '../pdf/standard-fonts';
import { renderAside } from '../pdf/render-aside';
import { reportSheet } from './report-sheet';
import type { ReportSheetModel } from './report-sheet-model';
import { reportWidths } from './report-widths';

const rows = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => [
    String(first + index + 1),
    '010203000046',
    `Pelanggan ${String(index)}`,
    `Jl. Ahmad Yani No. ${String(index)}, Kel. Lalolara, Kec. Kambu`,
    '12',
    '1.234.567',
  ]);

const model = (groups: ReportSheetModel['groups']): ReportSheetModel => ({
  utility: { name: 'Perumda Air Minum Tirta Contoh', address: 'Jl. Contoh 1, Kendari', phone: '0401-1' },
  headLines: ['Bagian Langganan'],
  title: 'DRD: daftar rekening ditagih',
  facts: [['Periode', 'Oktober 2026']],
  landscape: true,
  columns: [
    { title: 'No', number: true },
    { title: 'No. langganan', number: false },
    { title: 'Nama', number: false },
    { title: 'Alamat', number: false },
    { title: 'Pakai m³', number: true },
    { title: 'Total', number: true },
  ],
  groups,
  totals: ['', 'TOTAL', '', '', '1.200', '123.456.700'],
  asOf: Date.parse('2026-11-02T01:00:00Z'),
  zone: 'Asia/Makassar',
  signedAt: 'Kendari, 2 November 2026',
  signers: [
    { heading: 'Mengetahui', name: 'Ir. La Ode', title: 'Direktur', nik: '19700101' },
    { heading: 'Dibuat oleh', name: '', title: 'Bagian Penagihan', nik: '' },
  ],
});

const ONE = [{ heading: null, rows: rows(40), sums: null }];

describe('a report on paper', () => {
  test('has its head on every page', () => {
    const { content } = reportSheet(model(ONE));
    const parts = content as { table?: object }[];
    expect(parts.find(({ table }) => table !== undefined)?.table).toMatchObject({
      headerRows: 1,
      dontBreakRows: true,
    });
  });

  test('is made in another process, group by group, also without a row', async () => {
    const pages = async (groups: ReportSheetModel['groups']) => {
      const bytes = await renderAside(reportSheet(model(groups)));
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      return Number(/\/Count (\d+)/.exec(bytes.toString('latin1'))?.[1]);
    };
    const sums = ['', 'Jumlah', '', '', '480', '49.382.680'];
    const [one, two] = await Promise.all([
      pages([]),
      pages([
        { heading: 'Wilayah: Kendari', rows: rows(60), sums },
        { heading: 'Wilayah: Bau-Bau', rows: rows(60, 60), sums },
      ]),
    ]);
    expect(one).toBe(1);
    expect(two).toBeGreaterThan(3);
  });

  test('gives numbers one line and the rest of the page to names', () => {
    const { widths, fontSize } = reportWidths(model(ONE));
    expect(widths.reduce((sum, width) => sum + width + 6, 0)).toBeCloseTo(841.89 - 2 * 28, 1);
    expect(fontSize).toBe(8);
    expect(widths[5]).toBeGreaterThan('123.456.700'.length * 0.55 * fontSize);
    expect(widths[3]).toBeGreaterThan(widths[1] ?? 0);
    // The head of the narrowest column is one word on one line.
    expect(widths[0]).toBeGreaterThan(boldWidth('No') * fontSize);
  });

  test('breaks neither a head of kerned letters nor the number of a customer', () => {
    const crowded = {
      ...model([{ heading: null, rows: [['060101000017', 'x'.repeat(200), '1']], sums: null }]),
      totals: null,
      columns: [
        { title: 'No. langganan', number: false },
        { title: 'Alamat', number: false },
        { title: 'Pelanggan', number: true },
      ],
    };
    const { widths, fontSize } = reportWidths(crowded);
    expect(widths[0]).toBeGreaterThan('060101000017'.length * 0.556 * fontSize);
    // Drawn without kerning: as wide as its letters are one by one.
    const drawn = [...'Pelanggan'].reduce((width, letter) => width + boldWidth(letter), 0);
    expect(drawn).toBeGreaterThan(boldWidth('Pelanggan'));
    expect(widths[2]).toBeGreaterThan(drawn * fontSize);
  });

  test('breaks no word before a sum, however narrow its column is', () => {
    const narrow = {
      ...model([
        { heading: 'Wilayah: Buton', rows: [['01', 'x'.repeat(200), '1']], sums: ['Jumlah', '', '1'] },
      ]),
      totals: ['TOTAL', '', '1'],
      columns: [
        { title: 'Rute', number: false },
        { title: 'Alamat', number: false },
        { title: 'Lembar', number: true },
      ],
    };
    const { widths, fontSize } = reportWidths(narrow);
    const drawn = (word: string) => [...word].reduce((width, letter) => width + boldWidth(letter), 0);
    expect(widths[0]).toBeGreaterThan(drawn('Jumlah') * fontSize);
    expect(widths[0]).toBeGreaterThan(drawn('TOTAL') * fontSize);
  });

  test('gives a month and a date one line where an address wants more than there is', () => {
    const long = 'Jl. Ahmad Yani No. 12 RT 001/RW 002, Kel. Lalolara, Kec. Kambu';
    const cells = ['1', '010203000046', 'Rina Kurnia', long, 'September 2026', '20/11/2026', '1.234.567'];
    const { widths, fontSize } = reportWidths({
      ...model([{ heading: null, rows: [[...cells, ...cells.slice(4), long]], sums: null }]),
      totals: null,
      columns: [...cells, ...cells.slice(4), long].map((cell) => ({
        title: 'Kolom',
        number: /^[\d.]+$/.test(cell) && cell.length < 12,
      })),
    });
    expect(widths[4]).toBeGreaterThanOrEqual(boldWidth('September 2026') * fontSize);
    expect(widths[5]).toBeGreaterThanOrEqual(boldWidth('20/11/2026') * fontSize);
    expect(widths.reduce((sum, width) => sum + width + 6, 0)).toBeLessThan(842);
  });

  test('fits many columns by smaller letters', () => {
    const wide = model([
      { heading: null, rows: [Array.from({ length: 14 }, () => '123.456.789.012')], sums: null },
    ]);
    const { widths, fontSize } = reportWidths({
      ...wide,
      totals: null,
      columns: Array.from({ length: 14 }, () => ({ title: 'Rupiah', number: true })),
    });
    expect(fontSize).toBeLessThan(8);
    expect(widths.reduce((sum, width) => sum + width + 6, 0)).toBeLessThan(842);
  });

  test('is refused with a font it has not', async () => {
    const sheet = { ...reportSheet(model([])), defaultStyle: { font: 'Courier' } };
    await expect(renderAside(sheet)).rejects.toThrow();
  });
});

/** How many rows of the table a page has. */
const rowsOn = (page: string) => page.match(/^Pelanggan \d+$/gm)?.length ?? 0;
const SUMS = ['', 'Jumlah', '', '', '480', '49.382.680'];
const END = ['TOTAL', '123.456.700', 'Kendari, 2 November 2026', 'Ir. La Ode', 'NIK 19700101', 'Direktur'];

describe('however many rows there are', () => {
  const COUNTS = Array.from({ length: 120 }, (_, index) => index + 1);
  const shapes: readonly (readonly [string, (count: number) => ReportSheetModel])[] = [
    ['a plain list', (count) => model([{ heading: null, rows: rows(count), sums: null }])],
    [
      'upright',
      (count) => ({ ...model([{ heading: null, rows: rows(count), sums: null }]), landscape: false }),
    ],
    [
      'groups with sums',
      (count) =>
        model([
          { heading: 'Wilayah: Kendari', rows: rows(count), sums: SUMS },
          { heading: 'Wilayah: Bau-Bau', rows: rows(1 + (count % 7), count), sums: SUMS },
        ]),
    ],
  ];

  test.each(shapes)(
    '%s: the total and who signs stand together, below rows and the head',
    async (_name, shape) => {
      for (const count of COUNTS) {
        const sheet = shape(count);
        const pages = pagesOf(await renderAside(reportSheet(sheet)));
        const all = sheet.groups.reduce((sum, group) => sum + group.rows.length, 0);
        expect([count, pages.reduce((sum, page) => sum + rowsOn(page), 0)]).toEqual([count, all]);
        expect([count, pages.filter((page) => !page.includes('No. langganan'))]).toEqual([count, []]);
        const last = pages.at(-1) ?? '';
        expect([count, END.filter((text) => !last.includes(text))]).toEqual([count, []]);
        expect(rowsOn(last)).toBeGreaterThanOrEqual(Math.min(2, sheet.groups.at(-1)?.rows.length ?? 0));
        for (const page of pages) {
          // A sum stands below a row, a heading above one.
          const lines = page
            .split('\n')
            .filter((line) => /^(?:Pelanggan \d+|Jumlah|Wilayah: .*)$/.test(line));
          expect([
            count,
            lines[0]?.startsWith('Jumlah') === true,
            lines.at(-1)?.startsWith('Wilayah') === true,
          ]).toEqual([count, false, false]);
        }
      }
    },
    300_000,
  );

  test('a list of nothing is concluded as well', async () => {
    const [page = '', ...others] = pagesOf(await renderAside(reportSheet(model([]))));
    expect(others).toEqual([]);
    for (const text of ['Tidak ada data.', '(                              )', ...END])
      expect(page).toContain(text);
  });
});
