import { Button, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ShiftDto } from '@tirtapay/api-client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Money } from '../../../../components/money';
import { formatClock, formatNumber } from '../../../../lib/format';
import classes from './counter.module.css';
import { DepositDialog } from './deposit-dialog';

/** How many, and how much where it is told: not to the cashier who has yet to count. */
function takenBy(shift: ShiftDto, ...kinds: string[]): { count: number; amount: number | null } {
  const rows = shift.takings.filter(({ kind }) => kinds.includes(kind));
  return {
    // What was taken back is an entry of its own, and no customer more.
    count: rows.find(({ kind }) => kind === kinds[0])?.count ?? 0,
    amount:
      shift.cash === null && !kinds.includes('NON_CASH')
        ? null
        : rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  };
}

/** The own shift at a glance: what was taken, each kind apart. What must be in the drawer is counted, not shown. */
export function ShiftStrip({ shift }: { shift: ShiftDto }) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const [depositing, deposit] = useDisclosure(false);
  useEffect(() => {
    document.title = `${t('title')} – ${common('product')}`;
  }, [t, common]);
  const figures = [
    { name: 'water', ...takenBy(shift, 'WATER', 'REVERSAL') },
    { name: 'sale', ...takenBy(shift, 'SALE', 'HANDED_BACK') },
    { name: 'nonCash', ...takenBy(shift, 'NON_CASH') },
  ] as const;
  return (
    <header className={classes.strip}>
      <div>
        <Title order={1} size="h4">
          {t('title')}: {shift.drawer_name}
        </Title>
        <Text size="xs" c="dimmed">
          {t('strip.since', { time: formatClock(shift.opened_at) })}
        </Text>
      </div>
      <dl className={classes.takings}>
        {figures.map(({ name, count, amount }) => (
          <div key={name}>
            <dt>{t(`strip.${name}`)}</dt>
            <dd data-testid={`taken-${name}`} title={amount === null ? t('strip.blind') : undefined}>
              {formatNumber(count)}
              {amount !== null && (
                <>
                  {' · '}
                  <Money amount={amount} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Group gap={6}>
        <Button component={Link} to={`/shifts/${String(shift.id)}`} size="xs" variant="default">
          {t('strip.sales')}
        </Button>
        <Button size="xs" variant="default" onClick={deposit.open}>
          {t('deposit.title')}
        </Button>
        <Button component={Link} to="/counter/close" size="xs" variant="default">
          {t('strip.close')}
        </Button>
      </Group>
      {depositing && <DepositDialog drawerId={shift.drawer_id} onClose={deposit.close} />}
    </header>
  );
}
