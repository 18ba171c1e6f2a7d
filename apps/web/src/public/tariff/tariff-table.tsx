import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money';
import { formatDate, formatMoney, formatNumber } from '../../lib/format';
import type { PublicTariff } from '../api/types';
import pieces from '../pieces/pieces.module.css';
import classes from './tariff.module.css';

export function TariffTable({ tariff }: { tariff: PublicTariff }) {
  const { t } = useTranslation('public-info');
  const { minimum } = tariff;
  return (
    <section className={pieces.card} aria-labelledby="tabel">
      <h2 id="tabel">
        {tariff.code} – {tariff.name}
      </h2>
      <table className={classes.table}>
        <caption>{t('tariff.blocks')}</caption>
        <tbody>
          {tariff.blocks.map((block) => (
            <tr key={block.lower_m3}>
              <th scope="row">
                {block.upper_m3 === null
                  ? t('tariff.above', { from: formatNumber(block.lower_m3) })
                  : t('tariff.between', {
                      from: formatNumber(block.lower_m3),
                      to: formatNumber(block.upper_m3),
                    })}
              </th>
              <td>{t('tariff.perCubic', { rate: formatMoney(block.rate) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {tariff.fixed_charges.length > 0 && (
        <table className={classes.table}>
          <caption>{t('tariff.fixed')}</caption>
          <tbody>
            {tariff.fixed_charges.map((charge) => (
              <tr key={`${charge.code}-${String(charge.meter_size_mm)}`}>
                <th scope="row">
                  {charge.label}
                  {charge.meter_size_mm !== null &&
                    ` (${t('tariff.sizeOf', { size: charge.meter_size_mm })})`}
                </th>
                <td>
                  <Money amount={charge.amount} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {minimum.kind !== 'NONE' && (
        <p className={pieces.dim}>
          {minimum.kind === 'M3'
            ? t('tariff.minimumCubic', { value: formatNumber(minimum.value) })
            : t('tariff.minimumMoney', { value: formatMoney(minimum.value) })}
        </p>
      )}
      <p className={`${pieces.dim} ${classes.basis}`}>
        {t('tariff.basisFrom', { basis: tariff.legal_basis, date: formatDate(tariff.valid_from) })}
      </p>
    </section>
  );
}
