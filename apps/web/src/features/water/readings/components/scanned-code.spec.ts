import { scannedCode } from './scanned-code';

test.each([
  ['010203000046', { customer: '010203000046' }],
  [' 0102-0300 0046 ', { customer: '010203000046' }],
  ['MTR-0077', { meter: 'MTR-0077' }],
  // A digit read wrongly: no customer of that number, so it may only be a serial.
  ['010203000047', { meter: '010203000047' }],
  ['', null],
  ['x'.repeat(41), null],
])('%s', (text, code) => {
  expect(scannedCode(text)).toEqual(code);
});
