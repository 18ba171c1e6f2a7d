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

export declare function validateBlocks(blocks: readonly TariffBlock[]): BlockProblem[];
