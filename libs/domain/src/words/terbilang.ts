const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun'];
const LIMIT = 10 ** 15;

/** 1…999. Indonesian contracts "satu" into se- before puluh, belas and ratus. */
function belowThousand(n: number): string[] {
  const words: string[] = [];
  const hundreds = Math.floor(n / 100);
  const rest = n % 100;
  if (hundreds === 1) words.push('seratus');
  else if (hundreds > 1) words.push(digit(hundreds), 'ratus');
  if (rest === 10) words.push('sepuluh');
  else if (rest === 11) words.push('sebelas');
  else if (rest > 11 && rest < 20) words.push(digit(rest - 10), 'belas');
  else {
    if (rest >= 20) words.push(digit(Math.floor(rest / 10)), 'puluh');
    if (rest % 10 > 0) words.push(digit(rest % 10));
  }
  return words;
}

function digit(n: number): string {
  return DIGITS[n] ?? '';
}

/**
 * A whole number in Indonesian words, as every receipt must carry it: `42500` → `empat puluh dua ribu lima ratus`.
 * Spelling after KBBI ("miliar"); negative numbers start with "minus".
 * @throws RangeError unless the number is an integer of at most 15 digits.
 */
export function terbilang(n: number): string {
  if (!Number.isInteger(n) || Math.abs(n) >= LIMIT)
    throw new RangeError(`not expressible in words: ${String(n)}`);
  if (n < 0) return `minus ${terbilang(-n)}`;
  if (n === 0) return digit(0);
  const words: string[] = [];
  for (let scale = SCALES.length - 1; scale >= 0; scale -= 1) {
    const group = Math.floor(n / 1000 ** scale) % 1000;
    if (group === 0) continue;
    // Only a lone thousand contracts: "seribu", but "dua puluh satu ribu" and "satu juta".
    if (scale === 1 && group === 1) words.push('seribu');
    else words.push(...belowThousand(group), SCALES[scale] ?? '');
  }
  return words.filter((word) => word !== '').join(' ');
}

/** `42500` → `empat puluh dua ribu lima ratus rupiah`. */
export function terbilangRupiah(n: number): string {
  return `${terbilang(n)} rupiah`;
}
