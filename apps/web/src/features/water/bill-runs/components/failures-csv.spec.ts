import { failuresCsv } from './failures-csv';

test('quotes what needs it and defuses formulas', () => {
  const csv = failuresCsv(
    [{ bill_number: '010203000046202610', reason: '=cmd("x"); stop' }],
    ['No. rekening', 'Sebab'],
  );
  expect(csv).toBe('\uFEFF"No. rekening";"Sebab"\r\n"010203000046202610";"\'=cmd(""x""); stop"\r\n');
});
