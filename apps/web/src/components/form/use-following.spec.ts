import { underTyped } from './use-following';

const from = { name: 'Loket Lama', hours: '08.00–14.00', lines: ['Perumda', ''] };

test('nothing typed: the form is as the row', () => {
  const next = { name: 'Loket Baru', hours: '08.00–20.00', lines: ['Perumda', 'Kendari'] };
  expect(underTyped(next, { typed: { ...from, lines: [...from.lines] }, from })).toEqual(next);
});

test('one field typed: it stays, the others follow', () => {
  const next = { name: 'Loket Baru', hours: '08.00–20.00', lines: ['Perumda', 'Kendari'] };
  const typed = { ...from, hours: '09.00–12.00' };
  expect(underTyped(next, { typed, from })).toEqual({ ...next, hours: '09.00–12.00' });
});

test('a line within a field is what was typed in it', () => {
  const next = { ...from, name: 'Loket Baru' };
  const typed = { ...from, lines: ['Perumda', 'Konawe'] };
  expect(underTyped(next, { typed, from })).toEqual({ ...next, lines: ['Perumda', 'Konawe'] });
});

test('a field that was emptied stays empty', () => {
  expect(underTyped(from, { typed: { ...from, hours: '' }, from })).toEqual({ ...from, hours: '' });
});
