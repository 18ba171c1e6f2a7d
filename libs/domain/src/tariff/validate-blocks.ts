import type { TariffBlock } from './tariff-version';

export type BlockProblemCode =
  | 'EMPTY'
  | 'NOT_FROM_ZERO'
  | 'GAP'
  | 'OVERLAP'
  | 'EMPTY_BLOCK'
  | 'OPEN_BEFORE_LAST'
  | 'LAST_NOT_OPEN'
  | 'NOT_WHOLE'
  | 'RATE_NEGATIVE';

/** `index` is the position of the block (0 for the whole list being empty). */
export type BlockProblem = { readonly index: number; readonly code: BlockProblemCode };

/**
 * Everything wrong with a block list; empty when it prices every m³ exactly once: from 0, contiguous, the last
 * block open, whole numbers, no negative rate. Order as written, so that an editor can point at the row.
 */
export function validateBlocks(blocks: readonly TariffBlock[]): BlockProblem[] {
  if (blocks.length === 0) return [{ index: 0, code: 'EMPTY' }];
  return blocks.flatMap((block, index) => codesOf(block, index, blocks).map((code) => ({ index, code })));
}

function codesOf(block: TariffBlock, index: number, blocks: readonly TariffBlock[]): BlockProblemCode[] {
  const codes: BlockProblemCode[] = [];
  const { lower, upper, rate } = block;
  const last = index === blocks.length - 1;
  const numbers = upper === null ? [lower, rate] : [lower, upper, rate];
  if (!numbers.every(Number.isSafeInteger)) codes.push('NOT_WHOLE');
  if (rate < 0) codes.push('RATE_NEGATIVE');
  const begin = blocks[index - 1]?.upper;
  if (index === 0 && lower !== 0) codes.push('NOT_FROM_ZERO');
  // After an open block nothing can begin; that block itself is reported as OPEN_BEFORE_LAST.
  if (typeof begin === 'number') {
    if (lower > begin) codes.push('GAP');
    if (lower < begin) codes.push('OVERLAP');
  }
  if (upper !== null && upper <= lower) codes.push('EMPTY_BLOCK');
  if (upper === null && !last) codes.push('OPEN_BEFORE_LAST');
  if (upper !== null && last) codes.push('LAST_NOT_OPEN');
  return codes;
}
