import type { ReactNode } from 'react';
import { Money } from '../../components/money';
import classes from './pieces.module.css';

interface AmountsProps {
  rows: { label: ReactNode; amount: number }[];
  total: { label: ReactNode; amount: number };
}

/** What adds up to a total, and the total. */
export function Amounts({ rows, total }: AmountsProps) {
  return (
    <dl className={classes.amounts}>
      {rows.map((row, index) => (
        <div key={index}>
          <dt>{row.label}</dt>
          <dd>
            <Money amount={row.amount} />
          </dd>
        </div>
      ))}
      <div className={classes.sum}>
        <dt>{total.label}</dt>
        <dd>
          <Money amount={total.amount} />
        </dd>
      </div>
    </dl>
  );
}
