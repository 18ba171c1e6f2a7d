import { spelledOut } from '../../fixtures/spelled-out';
import { renderAside } from '../pdf/render-aside';
import { meterLabels } from './meter-labels';

const label = (index: number) => ({
  customerNumber: `0102030${String(index).padStart(5, '0')}`,
  name:
    index === 3 ? 'Nama yang sangat panjang sekali sampai tidak muat pada label'.repeat(3) : 'Rina Kurnia',
  address: 'Jl. Ahmad Yani No. 12',
  meterSerial: index === 4 ? null : `MTR-${String(index)}`,
});
const sheet = (count: number) =>
  meterLabels({
    utility: 'Perumda Tirta Contoh',
    route: '0203 Pelabuhan',
    labels: Array.from({ length: count }, (_, index) => label(index)),
  });
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

test.each([
  [1, 1],
  [24, 1],
  [25, 2],
  [49, 3],
])('%i labels are %i sheets of three by eight', async (labels, sheets) => {
  expect(pages(await renderAside(sheet(labels)))).toBe(sheets);
});

test('no label leaves its place, and what is too long is cut', () => {
  const words = spelledOut(sheet(24));
  expect(words).toContain('0102 0300 0000');
  expect(words).toContain('…');
  const places = [...words.matchAll(/"absolutePosition":\{"x":([\d.]+),"y":([\d.]+)\}/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  expect(places).toHaveLength(48);
  for (const [x, y] of places) {
    expect(x).toBeLessThan(595);
    expect(y).toBeLessThan(842 - 80);
  }
});
