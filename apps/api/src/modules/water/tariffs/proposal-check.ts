import { rupiah, validateBlocks } from '@tirtapay/domain';
import { Problem, type FieldError } from '../../../platform/problem';
import type { ProposeVersionBody } from './dto/tariff.request';
import { TARIFF_SAYS } from './sentences';

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
        message: TARIFF_SAYS.blocks[code],
      })),
    });
  const errors = [...repeatedCharges(proposal), ...minimumProblems(proposal), ...sealedProblems(proposal)];
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
        message: TARIFF_SAYS.repeatedCharge,
      },
    ];
  });
}

function minimumProblems({ minimum }: ProposeVersionBody): FieldError[] {
  const wrong = minimum.kind === 'NONE' ? minimum.value !== 0 : minimum.value === 0;
  const message = minimum.kind === 'NONE' ? TARIFF_SAYS.minimumOfNone : TARIFF_SAYS.minimumMissing;
  return wrong ? [{ pointer: '/minimum/value', code: 'out_of_range', message }] : [];
}

/** Going on with charges that do not exist is a mistake of whoever typed it, not a tariff. */
function sealedProblems({ charge_when_sealed, fixed_charges }: ProposeVersionBody): FieldError[] {
  if (charge_when_sealed !== true || fixed_charges.length > 0) return [];
  return [
    { pointer: '/charge_when_sealed', code: 'no_fixed_charge', message: TARIFF_SAYS.nothingToChargeSealed },
  ];
}
