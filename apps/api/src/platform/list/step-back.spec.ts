import { StepBack } from './step-back';

it('goes on at once alone, and beside others rests twelve times as long as a piece takes by itself', () => {
  const export_ = new StepBack();
  // [how long the piece took, how long the event loop took to come back] → pause, milliseconds
  const turns: [number, number, number][] = [
    [5, 0.1, 0],
    [5, 8, 60],
    // Waited for others within the piece as well: that is not its price.
    [30, 8, 60],
    [4, 2, 48],
    [30, 0.1, 0],
  ];
  expect(turns.map(([piece, turn]) => export_.pauseAfter(piece, turn))).toEqual(
    turns.map(([, , pause]) => pause),
  );
});

it('rests a fifth of a second at most, however dear a piece is', () => {
  expect(new StepBack().pauseAfter(1_000, 50)).toBe(200);
});
