import type { FirstDifferenceDto } from '../dto/signature-check.dto';

const SHOWN_LETTERS = 40;

/** Where two strings to sign part, or null when they are equal. */
export function firstDifference(ours: string, theirs: string): FirstDifferenceDto | null {
  if (ours === theirs) return null;
  let position = 0;
  while (position < ours.length && ours[position] === theirs[position]) position += 1;
  return {
    position,
    line: ours.slice(0, position).split('\n').length,
    ours: excerpt(ours, position),
    theirs: excerpt(theirs, position),
  };
}

/** Line ends are what people get wrong and cannot see. */
function excerpt(text: string, from: number): string {
  return text
    .slice(from, from + SHOWN_LETTERS)
    .replaceAll('\r', '␍')
    .replaceAll('\n', '⏎');
}
