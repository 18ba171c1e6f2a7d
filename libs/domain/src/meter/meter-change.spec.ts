import fc from 'fast-check';
import { usageFormula, usageOf } from '.';

describe('how stands make a usage', () => {
  test.each([
    [100, 125, null, '125 − 100 = 25 m³'],
    [
      150,
      13,
      { previous: { from: 150, to: 165 }, current: { from: 3, to: 13 } },
      '(165 − 150) + (13 − 3) = 25 m³',
    ],
    [99_985, 12, null, null],
    [1_050, 1_045, null, null],
    [1_050, 3, { previous: { from: 1_050, to: 1_045 }, current: { from: 0, to: 3 } }, null],
  ])('%d → %d', (previous, current, change, formula) => {
    expect(usageFormula(previous, current, change)).toBe(formula);
  });

  test('is the sum that usageOf counts with', () => {
    const stand = fc.nat({ max: 40_000 });
    fc.assert(
      fc.property(stand, stand, stand, stand, (previous, old, installedStand, fresh) => {
        const removedStand = previous + old;
        const current = installedStand + fresh;
        const change = {
          previous: { from: previous, to: removedStand },
          current: { from: installedStand, to: current },
        };
        expect(
          usageOf({ previous, current, digits: 5, replacement: { removedStand, installedStand } }),
        ).toMatchObject({ formula: usageFormula(previous, current, change) });
      }),
    );
  });
});
