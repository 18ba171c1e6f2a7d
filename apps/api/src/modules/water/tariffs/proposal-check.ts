import { rupiah, validateBlocks, type BlockProblemCode } from '@tirtapay/domain';
import { Problem, type FieldError } from '../../../platform/problem';
import type { ProposeVersionBody } from './dto/tariff.request';

const BLOCK_MESSAGES: Readonly<Record<BlockProblemCode, string>> = {
  EMPTY: 'at least one block',
  NOT_FROM_ZERO: 'the first block begins at 0',
  GAP: 'm³ between this block and the one before have no price',
  OVERLAP: 'begins before the block before it ends',
  EMPTY_BLOCK: 'ends where it begins',
  OPEN_BEFORE_LAST: 'only the last block is open',
  LAST_NOT_OPEN: 'the last block is open',
  NOT_WHOLE: 'whole numbers only',
  RATE_NEGATIVE: 'no negative price',
};

/** @throws Problem tariff.blocks_invalid pointing at the rows, request.invalid for charges and minimum */
export function assertPriceable(proposal: ProposeVersionBody): void {
  const problems = validateBlocks(
    proposal.blocks.map(({ lower_m3, upper_m3, rate }) => ({
      lower: lower_m3,
      upper: upper_m3,
      rate: rupiah(rate),
    })),
  );
  if (problems.length > 0)
    throw new Problem('tariff.blocks_invalid', {
      errors: problems.map(({ index, code }) => ({
        pointer: `/blocks/${String(index)}`,
        code: code.toLowerCase(),
        message: BLOCK_MESSAGES[code],
      })),
    });
  const errors = [...repeatedCharges(proposal), ...minimumProblems(proposal)];
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}

function repeatedCharges({ fixed_charges }: ProposeVersionBody): FieldError[] {
  const seen = new Set<string>();
  return fixed_charges.flatMap(({ code, meter_size_mm }, index) => {
    const key = `${code}/${String(meter_size_mm ?? '')}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        pointer: `/fixed_charges/${String(index)}`,
        code: 'repeated',
        message: 'one charge per code and meter size',
      },
    ];
  });
}

function minimumProblems({ minimum }: ProposeVersionBody): FieldError[] {
  const wrong = minimum.kind === 'NONE' ? minimum.value !== 0 : minimum.value === 0;
  const message = minimum.kind === 'NONE' ? 'no minimum has the value 0' : 'a minimum is more than 0';
  return wrong ? [{ pointer: '/minimum/value', code: 'out_of_range', message }] : [];
}
