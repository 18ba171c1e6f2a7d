import { StepBack } from './step-back';

it('goes on at once alone, and beside others rests twelve times as long as a piece takes by itself', () => {
  const export_ = new StepBack();
  // [how long the piece took, how long the event loop took to come back, whether a bank is served] → pause, milliseconds
  const turns: [number, number, boolean, number][] = [
    [5, 0.1, false, 0],
    [5, 8, false, 60],
    // Waited for others within the piece as well: that is not its price.
    [30, 8, false, 60],
    [4, 2, false, 48],
    [30, 0.1, false, 0],
    // The loop is idle while PostgreSQL writes what a bank has sent.
    [30, 0.1, true, 48],
  ];
  expect(turns.map(([piece, turn, banks]) => export_.pauseAfter(piece, turn, banks))).toEqual(
    turns.map(([, , , pause]) => pause),
  );
});

it('rests a fifth of a second at most, however dear a piece is', () => {
  expect(new StepBack().pauseAfter(1_000, 50, false)).toBe(200);
});
