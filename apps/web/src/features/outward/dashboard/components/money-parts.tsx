import type { DashboardDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../../../components/figure';
import { PanelGrid } from '../../../../components/page/panel';
import { formatMoney, formatPercent } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { MoneyCharts } from './money-charts';
import { AgingTable, ChannelTable } from './small-tables';

export interface PartProps {
  board: DashboardDto;
  today: string;
}

/* What came in and what is owed. Each number opens its list, so whoever may not open it is not shown it. */

export function Figures({ board, today }: PartProps) {
  const { t } = useTranslation('dashboard');
  const mayPay = usePermission('payment.read');
  const mayBill = usePermission('bill.read');
  const { bills, arrears, payments_today: paid } = board;
  // What the rate is of: rupiah of the period that is being collected, as in the chart below.
  const collecting = board.monthly.find(({ period }) => period === board.period);
  if (!mayPay && !mayBill) return null;
  return (
    <PanelGrid min={210}>
      {mayPay && (
        <Figure
          label={t('today')}
          value={formatMoney(paid.amount)}
          hint={t('todayCount', { count: paid.count })}
          to={`/payments?business_date_from=${today}&business_date_to=${today}`}
        />
      )}
      {mayBill && (
        <>
          <Figure
            label={t('notDue')}
            value={formatMoney(bills.open_amount - arrears.amount)}
            hint={t('openCount', { count: bills.open_count - arrears.count })}
            to="/bills?state=ISSUED&overdue=false"
          />
          <Figure
            label={t('arrears')}
            value={formatMoney(arrears.amount)}
            hint={t('openCount', { count: arrears.count })}
            to="/bills?state=ISSUED&overdue=true"
          />
          <Figure
            label={t('rate')}
            value={formatPercent(bills.collection_rate)}
            hint={
              collecting &&
              t('rateHint', {
                collected: formatMoney(collecting.collected),
                billed: formatMoney(collecting.billed),
              })
            }
            to={`/bills?period=${board.period}`}
          />
        </>
      )}
    </PanelGrid>
  );
}

export function Tables({ board, today }: PartProps) {
  const mayPay = usePermission('payment.read');
  const mayBill = usePermission('bill.read');
  if (!mayPay && !mayBill) return null;
  return (
    <PanelGrid min={300}>
      {mayPay && <ChannelTable rows={board.payments_today.by_channel} today={today} />}
      {mayBill && <AgingTable rows={board.arrears.aging} />}
    </PanelGrid>
  );
}

export function Charts({ board }: PartProps) {
  const mayPay = usePermission('payment.read');
  const mayBill = usePermission('bill.read');
  if (!mayPay && !mayBill) return null;
  return <MoneyCharts trend={mayPay ? board.trend : null} monthly={mayBill ? board.monthly : null} />;
}
