import { Anchor } from '@mantine/core';
import { Link } from 'react-router-dom';
import { formatNumber } from '../lib/format';
import { Money } from './money';

type FigureLinkProps = { to: string } & ({ count: number } | { amount: number });

/** A number of a table, which opens the rows it counts; of nothing there is no list. */
export function FigureLink({ to, ...of }: FigureLinkProps) {
  const value = 'count' in of ? of.count : of.amount;
  const shown = 'count' in of ? formatNumber(value) : <Money amount={value} />;
  return value === 0 ? (
    shown
  ) : (
    <Anchor component={Link} to={to} size="sm" inherit>
      {shown}
    </Anchor>
  );
}
