import { randomInt } from 'node:crypto';

/** Without letters and figures that look alike on paper or over the telephone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const HALF = 5;

/** `KB-7F3QK-M2XD9`: 49 bits, because whoever has it sees what became of the doubt without a log-in. */
export function newTicketNumber(): string {
  const half = () => Array.from({ length: HALF }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return `KB-${half()}-${half()}`;
}
