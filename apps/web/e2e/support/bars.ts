import { writeFileSync } from 'node:fs';
import sharp from 'sharp';

/** Code 39, of the digits a customer number has: nine bars and gaps each, `w` is wide. */
const PATTERNS: Readonly<Record<string, string>> = {
  '0': 'nnnwwnwnn',
  '1': 'wnnwnnnnw',
  '2': 'nnwwnnnnw',
  '3': 'wnwwnnnnn',
  '4': 'nnnwwnnnw',
  '5': 'wnnwwnnnn',
  '6': 'nnwwwnnnn',
  '7': 'nnnwnnwnw',
  '8': 'wnnwnnwnn',
  '9': 'nnwwnnwnn',
  '*': 'nwnnwnwnn',
};
const NARROW = 3;
const WIDE = 8;
const SIZE = { width: 1280, height: 720 };

/** A picture of a bar code as a phone takes it: bars in the middle, white around them. */
export async function barsOf(digits: string, type: 'jpeg' | 'png' = 'png'): Promise<Buffer> {
  let x = 0;
  const bars: string[] = [];
  for (const character of `*${digits}*`) {
    for (const [index, element] of [...(PATTERNS[character] ?? '')].entries()) {
      const width = element === 'w' ? WIDE : NARROW;
      if (index % 2 === 0) bars.push(`<rect x="${String(x)}" y="0" width="${String(width)}" height="200"/>`);
      x += width;
    }
    x += NARROW;
  }
  const left = (SIZE.width - x) / 2;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(SIZE.width)}" height="${String(SIZE.height)}">
    <rect width="100%" height="100%" fill="white"/><g transform="translate(${String(left)} 260)">${bars.join('')}</g></svg>`;
  return sharp(Buffer.from(svg)).toFormat(type).toBuffer();
}

/** A film of that picture, for the camera of a browser. */
export async function filmOf(digits: string, path: string): Promise<void> {
  const frame = await barsOf(digits, 'jpeg');
  writeFileSync(path, Buffer.concat(Array.from({ length: 30 }, () => frame)));
}
