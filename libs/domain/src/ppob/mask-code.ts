import { groupsOfFour } from './field';

const SHOWN = 4;

/**
 * A token or voucher as whoever decides about it may see it: enough to compare with a letter, too little to use.
 * @example maskCode('1234-5678-9012-3456-7890') → '••••-••••-••••-••••-7890'
 */
export function maskCode(code: string): string {
  const bare = [...code.replace(/[\s-]/g, '')];
  // Of a short one a quarter.
  const shown = Math.min(SHOWN, Math.floor(bare.length / SHOWN));
  return groupsOfFour(bare.map((one, index) => (index < bare.length - shown ? '•' : one)).join(''));
}
