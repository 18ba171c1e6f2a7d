import { period, rupiah, type MinimumCharge, type TariffVersion } from '@tirtapay/domain';
import type { RowOf } from '../../../platform/database';
import type { TariffVersionRow } from './entities/tariff-version.entity';
import type { TariffBlockRow, FixedChargeRow } from './entities/tariff-parts.entity';

/** A version with its parts, as one row. */
export type StoredVersion = RowOf<
  TariffVersionRow,
  Exclude<keyof TariffVersionRow, 'tariff' | 'activatedAt'>
> & {
  readonly code: string;
  readonly creator_name: string | null;
  readonly blocks: readonly RowOf<TariffBlockRow, 'lowerM3' | 'upperM3' | 'rate'>[];
  readonly fixed_charges: readonly RowOf<FixedChargeRow, 'code' | 'label' | 'meterSizeMm' | 'amount'>[];
};

/** Versions with blocks and charges in one statement, whatever their number. */
export const SELECT_VERSIONS = `
  SELECT v.id, v.tariff_id, t.code, v.version_no, v.status, v.legal_basis, v.valid_from, v.minimum_kind,
    v.minimum_value, v.charge_when_sealed, v.created_by, u.name AS creator_name, v.created_at, v.approval_id,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('lower_m3', b.lower_m3, 'upper_m3', b.upper_m3, 'rate', b.rate)
              ORDER BY b.seq), '[]') FROM tarif_blok b WHERE b.version_id = v.id) AS blocks,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'label', c.label,
              'meter_size_mm', c.meter_size_mm, 'amount', c.amount) ORDER BY c.seq), '[]')
     FROM tarif_biaya c WHERE c.version_id = v.id) AS fixed_charges
  FROM tarif_versi v JOIN tarif t ON t.id = v.tariff_id LEFT JOIN orang u ON u.id = v.created_by`;

function minimumOf(kind: MinimumCharge['kind'], value: number): MinimumCharge {
  switch (kind) {
    case 'NONE':
      return { kind };
    case 'M3':
      return { kind, value };
    case 'RUPIAH':
      return { kind, value: rupiah(value) };
  }
}

/** The version as the tariff law knows it. */
export function toDomain(
  row: Pick<
    StoredVersion,
    | 'code'
    | 'legal_basis'
    | 'valid_from'
    | 'minimum_kind'
    | 'minimum_value'
    | 'charge_when_sealed'
    | 'blocks'
    | 'fixed_charges'
  >,
): TariffVersion {
  return {
    code: row.code,
    legalBasis: row.legal_basis,
    validFrom: period(row.valid_from),
    blocks: row.blocks.map((block) => ({
      lower: block.lower_m3,
      upper: block.upper_m3,
      rate: rupiah(block.rate),
    })),
    fixedCharges: row.fixed_charges.map((charge) => ({
      code: charge.code,
      label: charge.label,
      meterSizeMm: charge.meter_size_mm,
      amount: rupiah(charge.amount),
    })),
    minimum: minimumOf(row.minimum_kind, row.minimum_value),
    chargeWhenSealed: row.charge_when_sealed,
  };
}
