import { formatRupiah, multiplyRupiah, subtractRupiah, type Rupiah } from '../money';
import { priceWater, type FixedCharge, type TariffVersion, type WaterLine } from '../tariff';
import { dueDateOf, periodName, type Period } from '../time';
import type { BillLine, ComposedBill } from './bill';
import { recomputeBill } from './recompute-bill';

export type BillInput = {
  /** m³, whole, ≥ 0. */
  readonly usage: number;
  readonly version: TariffVersion;
  /** Nominal diameter of the installed meter, for charges that depend on it. */
  readonly meterSizeMm: number;
  /** Usage period. */
  readonly period: Period;
  /** Day of the following month; 20 unless configured otherwise. */
  readonly dueDay?: number;
  /**
   * Sealed from the first to the last day of the period: nothing was read, nothing was used. Only the fixed charges are
   * owed, and no minimum, because there was no water to use.
   */
  readonly sealed?: boolean;
};

/** The tariff has this charge by meter size, but not for this size: billing on would silently charge nothing. */
export class MissingMeterCharge extends Error {
  override readonly name = 'MissingMeterCharge';
  constructor(
    readonly chargeCode: string,
    /** What people call it. */
    readonly chargeLabel: string,
    readonly meterSizeMm: number,
  ) {
    super(`tariff has no ${chargeCode} for a meter of ${String(meterSizeMm)} mm`);
  }
}

/**
 * The bill of one period: water by blocks, the minimum where usage stays below it, and the fixed charges.
 *
 * A minimum in m³ charges the missing m³ at the rates of their own blocks; a minimum in rupiah charges what is
 * missing to that amount of water. Fixed charges come on top of both. A charge given for the meter's size goes
 * before one given for every size. Of a month sealed throughout only the fixed charges are owed (see `sealed`).
 * @throws RangeError for a usage that is not whole and ≥ 0, or not 0 while sealed; MissingMeterCharge, see there.
 */
export function composeBill({
  usage,
  version,
  meterSizeMm,
  period,
  dueDay = 20,
  sealed = false,
}: BillInput): ComposedBill {
  if (sealed && usage !== 0) throw new RangeError(`usage of a sealed connection: ${String(usage)}`);
  const water = priceWater(version, usage).lines.map(waterLine);
  const minimum = sealed ? [] : minimumLines(version, usage);
  const fixed = applicableCharges(version, meterSizeMm).map(fixedLine);
  const lines = [...water, ...minimum, ...fixed];
  const { waterAmount, fixedAmount, total } = recomputeBill(lines);
  return {
    lines,
    waterAmount,
    fixedAmount,
    total,
    dueDate: dueDateOf(period, dueDay),
    trace: [
      `Tarif ${version.code} (${version.legalBasis}), berlaku sejak ${periodName(version.validFrom, 'id')}; ${sealed ? `disegel sepanjang ${periodName(period, 'id')}: tidak dibaca, hanya biaya tetap` : `pemakaian ${periodName(period, 'id')}: ${String(usage)} m³`}`,
      ...lines.map((line) => `${line.label}: ${line.formula}`),
      `Harga air ${formatRupiah(waterAmount)} + biaya tetap ${formatRupiah(fixedAmount)} = ${formatRupiah(total)}`,
    ],
  };
}

function waterLine({ lower, upper, quantity, rate, amount }: WaterLine, index: number): BillLine {
  const from = lower === 0 ? 0 : lower + 1;
  const range = upper === null ? `di atas ${String(lower)} m³` : `${String(from)}–${String(upper)} m³`;
  return {
    kind: 'WATER_BLOCK',
    code: `BLOK_${String(index + 1)}`,
    label: upper === null && lower === 0 ? 'Pemakaian air' : `Pemakaian ${range}`,
    quantity,
    unit: 'm3',
    rate,
    amount,
    formula: cubicMetres(quantity, rate, amount),
  };
}

function minimumLines(version: TariffVersion, usage: number): BillLine[] {
  const { minimum } = version;
  if (minimum.kind === 'NONE') return [];
  if (minimum.kind === 'M3') return minimumVolumeLines(version, usage, minimum.value);
  const missing = subtractRupiah(minimum.value, priceWater(version, usage).amount);
  if (missing <= 0) return [];
  return [
    {
      kind: 'MINIMUM',
      code: 'MINIMUM',
      label: `Kekurangan rekening air minimum ${formatRupiah(minimum.value)}`,
      quantity: 1,
      unit: 'bulan',
      rate: missing,
      amount: missing,
      formula: months(missing),
    },
  ];
}

/** What the minimum volume costs above what was used, block by block. */
function minimumVolumeLines(version: TariffVersion, usage: number, minimum: number): BillLine[] {
  if (usage >= minimum) return [];
  const used = priceWater(version, usage).lines;
  return priceWater(version, minimum).lines.flatMap(({ quantity, rate }, index): BillLine[] => {
    const missing = quantity - (used[index]?.quantity ?? 0);
    if (missing === 0) return [];
    const amount = multiplyRupiah(rate, missing);
    return [
      {
        kind: 'MINIMUM',
        code: 'MINIMUM',
        label: `Kekurangan pemakaian minimum ${String(minimum)} m³`,
        quantity: missing,
        unit: 'm3',
        rate,
        amount,
        formula: cubicMetres(missing, rate, amount),
      },
    ];
  });
}

/** The charges a meter of this size bears. @throws MissingMeterCharge */
export function applicableCharges(
  version: Pick<TariffVersion, 'fixedCharges'>,
  meterSizeMm: number,
): FixedCharge[] {
  const codes = [...new Set(version.fixedCharges.map((charge) => charge.code))];
  return codes.map((code) => {
    const candidates = version.fixedCharges.filter((charge) => charge.code === code);
    const charge =
      candidates.find((candidate) => candidate.meterSizeMm === meterSizeMm) ??
      candidates.find((candidate) => candidate.meterSizeMm === null);
    if (!charge) throw new MissingMeterCharge(code, ofNoSize(candidates[0]) ?? code, meterSizeMm);
    return charge;
  });
}

function fixedLine({ code, label, amount }: FixedCharge): BillLine {
  return {
    kind: 'FIXED',
    code,
    label,
    quantity: 1,
    unit: 'bulan',
    rate: amount,
    amount,
    formula: months(amount),
  };
}

function cubicMetres(quantity: number, rate: Rupiah, amount: Rupiah): string {
  return `${String(quantity)} m³ × ${formatRupiah(rate)} = ${formatRupiah(amount)}`;
}

function months(amount: Rupiah): string {
  return `1 bulan × ${formatRupiah(amount)} = ${formatRupiah(amount)}`;
}

/** What a charge is called for whatever meter: `Dana meter` of a `Dana meter 15 mm`. */
function ofNoSize(charge: FixedCharge | undefined): string | undefined {
  const size = charge?.meterSizeMm ?? null;
  return size === null
    ? charge?.label
    : charge?.label.replace(new RegExp(` *\\(?${String(size)} ?mm\\)?$`), '');
}
