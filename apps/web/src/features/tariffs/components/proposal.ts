import { composeBill, period as asPeriod, rupiah } from '@tirtapay/domain';
import type { MinimumCharge, TariffVersion as LawVersion } from '@tirtapay/domain';
import type { ProposeVersionBody, TariffVersionResponse } from '@tirtapay/api-client';

export type Whole = number | string;

/** A block is its end and its price; where it begins follows from the block before, so a gap cannot be typed. */
interface BlockValues {
  id: number;
  upper: Whole;
  rate: Whole;
}

interface ChargeValues {
  id: number;
  code: string;
  label: string;
  size: string | null;
  amount: Whole;
}

export interface ProposalValues extends Record<string, unknown> {
  legal_basis: string;
  valid_from: string | null;
  /** The last one is open, its `upper` is ignored. */
  blocks: BlockValues[];
  charges: ChargeValues[];
  minimum_kind: 'NONE' | 'M3' | 'RUPIAH';
  minimum_value: Whole;
}

export const isWhole = (value: Whole): boolean =>
  value !== '' && Number.isSafeInteger(Number(value)) && Number(value) >= 0;

export function lowerOf(blocks: readonly BlockValues[], index: number): number {
  return index === 0 ? 0 : Number(blocks[index - 1]?.upper ?? 0);
}

let lastId = 0;
export const nextId = (): number => (lastId += 1);

/** A new proposal begins as a copy of what is in force: most decrees change a few figures. */
export function proposalFrom(current: TariffVersionResponse | null): ProposalValues {
  return {
    legal_basis: '',
    valid_from: null,
    blocks: (current?.blocks ?? [{ lower_m3: 0, upper_m3: null, rate: 0 }]).map((block) => ({
      id: nextId(),
      upper: block.upper_m3 ?? '',
      rate: block.rate,
    })),
    charges: (current?.fixed_charges ?? []).map((charge) => ({
      id: nextId(),
      code: charge.code,
      label: charge.label,
      size: charge.meter_size_mm === null ? null : String(charge.meter_size_mm),
      amount: charge.amount,
    })),
    minimum_kind: current?.minimum.kind ?? 'NONE',
    minimum_value: current?.minimum.value ?? 0,
  };
}

export function toProposal(values: ProposalValues): ProposeVersionBody {
  const last = values.blocks.length - 1;
  return {
    legal_basis: values.legal_basis.trim(),
    valid_from: values.valid_from ?? '',
    blocks: values.blocks.map((block, index) => ({
      lower_m3: lowerOf(values.blocks, index),
      upper_m3: index === last ? null : Number(block.upper),
      rate: Number(block.rate),
    })),
    fixed_charges: values.charges.map((charge) => ({
      code: charge.code,
      label: charge.label.trim(),
      meter_size_mm: charge.size === null ? null : Number(charge.size),
      amount: Number(charge.amount),
    })),
    minimum: {
      kind: values.minimum_kind,
      value: values.minimum_kind === 'NONE' ? 0 : Number(values.minimum_value),
    },
  };
}

function minimumCharge({ kind, value }: ProposeVersionBody['minimum']): MinimumCharge {
  if (kind === 'RUPIAH') return { kind, value: rupiah(value) };
  return kind === 'M3' ? { kind, value } : { kind };
}

/** What a household with this use would pay, by the same law the bills are made with; null while incomplete. */
export function trialTotal(
  version: Pick<ProposeVersionBody, 'legal_basis' | 'blocks' | 'fixed_charges' | 'minimum'>,
  trial: { usage: number; period: string; meterSizeMm: number },
): number | null {
  const law: LawVersion = {
    code: 'TRIAL',
    legalBasis: version.legal_basis,
    validFrom: asPeriod(trial.period),
    blocks: version.blocks.map((block) => ({
      lower: block.lower_m3,
      upper: block.upper_m3,
      rate: rupiah(block.rate),
    })),
    fixedCharges: version.fixed_charges.map((charge) => ({
      code: charge.code,
      label: charge.label,
      meterSizeMm: charge.meter_size_mm ?? null,
      amount: rupiah(charge.amount),
    })),
    minimum: minimumCharge(version.minimum),
  };
  try {
    return composeBill({
      usage: trial.usage,
      version: law,
      meterSizeMm: trial.meterSizeMm,
      period: asPeriod(trial.period),
    }).total;
  } catch {
    // Half-typed blocks do not cover the use yet, or there is no charge for this meter size.
    return null;
  }
}
