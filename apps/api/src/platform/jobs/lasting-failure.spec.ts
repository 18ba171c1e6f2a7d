import { LastingFailure } from './lasting-failure';

it('lasts once nothing else came for ten minutes', () => {
  let minutes = 0;
  const failure = new LastingFailure(() => minutes * 60_000);
  const at = (minute: number) => {
    minutes = minute;
    return failure.lasts();
  };
  expect([at(0), at(5), at(9), at(10), at(70)]).toEqual([false, false, false, true, true]);
  failure.over();
  expect([at(80), at(89), at(90)]).toEqual([false, false, true]);
});
