import { bodyOf, emptyRow, faultOf, MOST_ROWS, pastedRows, withPasted, type SheetRow } from './sheet-rows';

const row = (change: Partial<SheetRow>): SheetRow => ({ ...emptyRow(), number: '010203000046', ...change });
const alone = (change: Partial<SheetRow>) => {
  const one = row(change);
  return faultOf(one, [one]);
};

test('what a spreadsheet puts on the clipboard becomes rows, without its heading', () => {
  const pasted = pastedRows(
    "No. Pelanggan\tStan\tKondisi\tCatatan\r\n'010203000046\t1.234\t\t\r\n010203000053\t\tPagar terkunci\tsore\r\n\r\n",
  );
  expect(pasted.map(({ number, stand, condition, note }) => [number, stand, condition, note])).toEqual([
    ['010203000046', '1.234', 'NORMAL', ''],
    ['010203000053', '', 'TERKUNCI', 'sore'],
  ]);
});

test('a condition nobody knows is kept as a note, never dropped', () => {
  expect(pastedRows('010203000046\t12\tpipa bocor\t')[0]).toMatchObject({
    condition: 'NORMAL',
    note: 'pipa bocor',
  });
});

test('pasting fills from where the cursor is and keeps what was typed below', () => {
  const typed = row({ stand: '7' });
  const before = [row({ stand: '1' }), emptyRow(), emptyRow(), typed];
  const { rows, left } = withPasted(before, 1, pastedRows('1\t2\n3\t4'));
  expect([rows.map(({ stand }) => stand), left]).toEqual([['1', '2', '4', '7'], 0]);
});

test('what finds no place on the sheet is counted', () => {
  const pasted = pastedRows(Array.from({ length: MOST_ROWS + 150 }, () => '1\t2').join('\n'));
  const { rows, left } = withPasted([emptyRow()], 0, pasted);
  expect([rows.length, left]).toEqual([MOST_ROWS, 150]);
});

test.each([
  [{ stand: '120' }, null],
  [{ stand: '1.234' }, null],
  [{ stand: '1.234,5' }, 'stand'],
  [{ stand: '' }, 'standMissing'],
  [{ stand: '', condition: 'TERKUNCI' }, null],
  [{ stand: '12', condition: 'TIDAK_DITEMUKAN' }, 'standTooMuch'],
  [{ stand: '12', number: '010203000047' }, 'checkDigit'],
  [{ stand: '12', number: '1,0203E+10' }, 'number'],
  [{ stand: '12', number: '' }, 'number'],
] as const)('%j: %s', (change, fault) => {
  expect(alone(change)).toBe(fault);
});

test('a customer who stands there twice is wrong in both places, however the number is grouped', () => {
  const [first, second] = [row({ stand: '1' }), row({ stand: '2', number: '0102 0300 0046' })];
  expect([faultOf(first, [first, second]), faultOf(second, [first, second])]).toEqual(['twice', 'twice']);
});

test('a row is sent as it reads', () => {
  expect(bodyOf(row({ id: 'x', stand: '1.234', note: ' anjing ' }))).toEqual({
    client_id: 'x',
    customer_number: '010203000046',
    condition_code: 'NORMAL',
    current_stand: 1234,
    note: 'anjing',
  });
});
