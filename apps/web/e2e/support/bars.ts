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
  const dark: boolean[] = [];
  for (const character of `*${digits}*`) {
    for (const [index, element] of [...(PATTERNS[character] ?? '')].entries())
      dark.push(...new Array<boolean>(element === 'w' ? WIDE : NARROW).fill(index % 2 === 0));
    dark.push(...new Array<boolean>(NARROW).fill(false));
  }
  const { width, height } = SIZE;
  const left = Math.floor((width - dark.length) / 2);
  // Pixels, not SVG: the product lets no library of this process read SVG.
  const pixels = Buffer.alloc(width * height, 255);
  for (let y = 260; y < 460; y += 1)
    for (const [x, ink] of dark.entries()) if (ink) pixels[y * width + left + x] = 0;
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .toFormat(type)
    .toBuffer();
}

/** A film of that picture, for the camera of a browser. */
export async function filmOf(digits: string, path: string): Promise<void> {
  const frame = await barsOf(digits, 'jpeg');
  writeFileSync(path, Buffer.concat(Array.from({ length: 30 }, () => frame)));
}
