import { ticketOf } from './ticket-number';

it.each([
  'KB-7F3QK-M2XD9',
  'kb-7f3qk-m2xd9',
  ' KB 7F3QK M2XD9 ',
  'kb7f3qkm2xd9',
  '7F3QK-M2XD9',
  'KB–7F3QK–M2XD9',
])('%j is the number of the ticket', (typed) => {
  expect(ticketOf(typed)).toBe('KB-7F3QK-M2XD9');
});

it.each([
  '',
  'KB',
  'KB-7F3QK',
  'KB-7F3QK-M2XD',
  'KB-7F3QK-M2XD99',
  'KB-70000-M2XD9',
  '081234567890',
  "' OR 1=1 --",
])('%j is none', (typed) => {
  expect(ticketOf(typed)).toBeNull();
});

it.each(['KB-KB234-M2XD9', 'KB234-M2XD9'])('%j keeps the letters every ticket begins with', (typed) => {
  expect(ticketOf(typed)).toBe('KB-KB234-M2XD9');
});
