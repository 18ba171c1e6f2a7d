import { serialEnding } from './serial-ending';

test.each([
  ['AP20000148', '0148'],
  ['AP20-01.48/B', '0148'],
  ['1234', '1234'],
  ['MTR-010203000046', '0046'],
])('%s ends in %s', (serial, ending) => {
  expect(serialEnding(serial)).toBe(ending);
});

test.each(['', 'ABC', 'A-123'])('%s has too few digits to ask for', (serial) => {
  expect(serialEnding(serial)).toBeNull();
});
