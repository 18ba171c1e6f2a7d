import { composeBill, MAX_TRANSACTION, type MinimumKind, period as asPeriod, rupiah } from '@tirtapay/domain';
import type { MinimumCharge, TariffVersion as LawVersion } from '@tirtapay/domain';
import { numberIn } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import type { ProposeVersionBody, TariffVersionDto } from '@tirtapay/api-client';

/** A block is its end and its price; where it begins follows from the block before, so a gap cannot be typed. */
interface BlockValues {
  id: number;
  upper: TypedNumber;
  rate: TypedNumber;
}

interface ChargeValues {
  id: number;
  code: string;
  label: string;
  size: string | null;
  amount: TypedNumber;
}

export interface ProposalValues extends Record<string, unknown> {
  legal_basis: string;
  valid_from: string | null;
  /** The last one is open, its `upper` is ignored. */
  blocks: BlockValues[];
  charges: ChargeValues[];
  minimum_kind: MinimumKind;
  minimum_value: TypedNumber;
  charge_when_sealed: boolean;
}

export const MONEY_LIMITS = { max: MAX_TRANSACTION } as const;

export function lowerOf(blocks: readonly BlockValues[], index: number): number {
  return index === 0 ? 0 : (numberIn(blocks[index - 1]?.upper ?? 0) ?? 0);
}

let lastId = 0;
export const nextId = (): number => (lastId += 1);

/** A new proposal begins as a copy of what is in force: most decrees change a few figures. */
export function proposalFrom(current: TariffVersionDto | null): ProposalValues {
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
    charge_when_sealed: current?.charge_when_sealed ?? false,
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
    charge_when_sealed: values.charge_when_sealed,
  };
}

function minimumCharge({ kind, value }: ProposeVersionBody['minimum']): MinimumCharge {
  if (kind === 'RUPIAH') return { kind, value: rupiah(value) };
  return kind === 'M3' ? { kind, value } : { kind };
}

/** What a household with this use would pay, by the same law the bills are made with; null while incomplete. */
export function trialTotal(
  version: Proposed,
  trial: { usage: number; period: string; meterSizeMm: number },
): number | null {
  try {
    return composeBill({
      usage: trial.usage,
      version: lawOf(version, trial.period),
      meterSizeMm: trial.meterSizeMm,
      period: asPeriod(trial.period),
    }).total;
  } catch {
    // Half-typed blocks do not cover the use yet, a figure is not typed to its end, or no charge is for this meter size.
    return null;
  }
}

type Proposed = Pick<ProposeVersionBody, 'legal_basis' | 'blocks' | 'fixed_charges' | 'minimum'>;

function lawOf(version: Proposed, period: string): LawVersion {
  return {
    code: 'TRIAL',
    legalBasis: version.legal_basis,
    validFrom: asPeriod(period),
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
}
