import { toldPayload } from './told-payload';

test('tells the bill by its number, what is taken away, and no key of the database', () => {
  const told = {
    customer_number: '110101000039',
    current_stand: 77,
    previous_stand: 0,
    valid_to: null,
    key_id: 'bank-sultra-1',
  };
  expect(toldPayload({ ...told, bill_id: 7, bill_ids: [7, 8], tariff_id: null })).toEqual(told);
});

test('says from when before until when', () => {
  const told = toldPayload({
    cap: 1,
    mode: 'PERCENT',
    reason: 'x',
    valid_to: 'b',
    valid_from: 'a',
    name: 'P',
  });
  expect(Object.keys(told)).toEqual(['name', 'mode', 'cap', 'valid_from', 'valid_to', 'reason']);
});
