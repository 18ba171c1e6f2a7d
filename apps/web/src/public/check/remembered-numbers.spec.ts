import { withNumber } from './remembered-numbers';

const entry = (number: string) => ({ number, name: 'R*** K*****' });

test('puts the newest first and keeps three', () => {
  const list = ['1', '2', '3', '4'].reduce(
    (numbers, number) => withNumber(numbers, entry(number)),
    withNumber([], entry('0')),
  );
  expect(list.map((item) => item.number)).toEqual(['4', '3', '2']);
});

test('moves a number that is checked again to the front instead of keeping it twice', () => {
  const list = withNumber([entry('1'), entry('2')], entry('2'));
  expect(list.map((item) => item.number)).toEqual(['2', '1']);
});
