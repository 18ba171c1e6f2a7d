import type { PublicBillLineDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money';
import { formatMoney, formatNumber } from '../../lib/format';
import classes from './bill.module.css';

interface SheetLinesProps {
  caption: string;
  lines: PublicBillLineDto[];
  /** Penalty and what is taken off it. */
  extras?: readonly { label: string; note: string | null; amount: number }[];
  total: number;
}

/** Each charge with its calculation below its name: fits 320 px without scrolling sideways. */
export function SheetLines({ caption, lines, extras = [], total }: SheetLinesProps) {
  const { t } = useTranslation('public');
  return (
    <table className={classes.lines} aria-label={caption}>
      <thead>
        <tr>
          <th scope="col">{t('lines.item')}</th>
          <th scope="col">{t('lines.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            <td>
              {line.label}
              <span className={classes.formula}>
                {formatNumber(line.quantity)} {line.unit === 'm3' ? 'm³' : line.unit} ×{' '}
                {formatMoney(line.rate)}
              </span>
            </td>
            <td>
              <Money amount={line.amount} />
            </td>
          </tr>
        ))}
        {extras.map((extra) => (
          <tr key={extra.label} className={classes.penalty}>
            <td>
              {extra.label}
              {extra.note !== null && <span className={classes.formula}>{extra.note}</span>}
            </td>
            <td>
              <Money amount={extra.amount} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('lines.total')}</th>
          <td>
            <Money amount={total} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
