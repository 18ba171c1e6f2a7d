/**
 * Widths of bars and spaces, in modules, of the 107 symbols of Code 128 (ISO/IEC 15417): values 0 to 102, the three
 * starts, and the stop with its closing bar.
 */
const SYMBOLS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ');

const START_C = 105;
const STOP = 106;
const CHECK_MODULUS = 103;

/**
 * Symbol values of an even number of digits in code set C, which packs two digits into a symbol: start, pairs, check
 * symbol, stop.
 * @throws RangeError for anything but an even, positive number of digits
 */
export function code128Values(digits: string): number[] {
  if (!/^(?:\d\d)+$/.test(digits)) throw new RangeError('an even number of digits is needed');
  const pairs = (digits.match(/../g) ?? []).map(Number);
  const sum = pairs.reduce((total, pair, index) => total + pair * (index + 1), START_C);
  return [START_C, ...pairs, sum % CHECK_MODULUS, STOP];
}

export interface Bar {
  /** Modules from the first bar. */
  x: number;
  width: number;
}

/** The dark bars of the digits, and the width of the whole in modules, without the quiet zone. */
export function code128Bars(digits: string): { bars: Bar[]; width: number } {
  const bars: Bar[] = [];
  let x = 0;
  for (const value of code128Values(digits)) {
    [...(SYMBOLS[value] ?? '')].map(Number).forEach((width, index) => {
      if (index % 2 === 0) bars.push({ x, width });
      x += width;
    });
  }
  return { bars, width: x };
}
