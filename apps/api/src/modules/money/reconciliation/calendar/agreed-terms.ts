import type { RowOf } from '../../../../platform/database';
import type { AgreementDto } from '../dto/agreement.dto';
import type { SettlementAgreement } from '../entities/settlement-agreement.entity';

/** Terms as people know them: which days settle, and how much later QRIS does. */
export function agreedTerms(
  row: RowOf<SettlementAgreement, keyof SettlementAgreement>,
): AgreementDto['terms'][number] {
  return {
    valid_from: row.valid_from,
    cutoff: row.cutoff,
    settles_saturdays: !row.rest_days.includes(6),
    settles_sundays: !row.rest_days.includes(0),
    qris_lag_days: row.lag_days.QRIS ?? 0,
    fee_per_payment: row.fee_per_payment,
    mdr_ppm: row.mdr_ppm,
    source: row.source,
    own_account: row.own_account,
  };
}
