import { samePerson } from './same-person';

const rina = { name: 'Rina Kurnia', address: 'Jl. Ahmad Yani No. 12' };

test.each([
  [{ name: ' rina  KURNIA', address: 'Jl Ahmad Yani no 12' }, true],
  [{ name: 'Rina Kurnia', address: 'Jl. Ahmad Yani No. 14' }, false],
  [{ name: 'Rina Kurniasih', address: 'Jl. Ahmad Yani No. 12' }, false],
])('%j is the same person: %s', (other, same) => {
  expect(samePerson(rina, other)).toBe(same);
});

test('nobody is not the same as nobody', () => {
  expect(samePerson({ name: ' ', address: '-' }, { name: '', address: '' })).toBe(false);
});
