import { MissingMeterCharge } from '@tirtapay/domain';
import { said, Sentence } from '../../../platform/problem';

const of = (id: string, en: string) => Sentence.of({ id, en });

/** `number` is the customer's. */
export const BILL_SAYS = {
  noTariff: (number: string, period: string) =>
    of(
      `${number}: tidak ada tarif pada ${said(period, 'id')}.`,
      `${number}: no tariff in ${said(period, 'en')}.`,
    ),
  notCalculable: (number: string, error: MissingMeterCharge | RangeError) =>
    error instanceof MissingMeterCharge
      ? of(
          `${number}: tarif tidak punya harga ${error.chargeLabel} untuk meter ${String(error.meterSizeMm)} mm.`,
          `${number}: tariff has no price of ${error.chargeLabel} for a meter of ${String(error.meterSizeMm)} mm.`,
        )
      : of(
          `${number}: pemakaian ini tidak dapat dihitung dengan tarifnya.`,
          `${number}: the tariff cannot price this usage.`,
        ),
  billedDifferently: of(
    'Permintaan ini sudah dipakai untuk tagihan lain.',
    'This request was used for another bill.',
  ),
} as const;
