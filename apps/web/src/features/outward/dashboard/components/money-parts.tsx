import type { DashboardDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../../../components/figure';
import { PanelGrid } from '../../../../components/page/panel';
import { formatMoney, formatPercent } from '../../../../lib/format';
import { MoneyCharts } from './money-charts';
import { AgingTable, ChannelTable } from './small-tables';

export interface PartProps {
  board: DashboardDto;
  today: string;
}

/* What came in and what is owed. Each number opens its list; whoever may not open it is not told the number. */

export function Figures({ board, today }: PartProps) {
  const { t } = useTranslation('dashboard');
  const { bills, arrears, monthly, payments_today: paid } = board;
  // What the rate is of: rupiah of the period that is being collected, as in the chart below.
  const collecting = monthly?.find(({ period }) => period === board.period);
  if (paid === null && bills === null) return null;
  return (
    <PanelGrid min={210}>
      {paid !== null && (
        <Figure
          label={t('today')}
          value={formatMoney(paid.amount)}
          hint={t('todayCount', { count: paid.count })}
          to={`/payments?business_date_from=${today}&business_date_to=${today}&status=POSTED`}
        />
      )}
      {bills !== null && arrears !== null && (
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
            to={`/bills?period=${board.period}&state=ISSUED,PAID`}
          />
        </>
      )}
    </PanelGrid>
  );
}

export function Tables({ board: { payments_today: paid, arrears }, today }: PartProps) {
  if (paid === null && arrears === null) return null;
  return (
    <PanelGrid min={300}>
      {paid !== null && <ChannelTable rows={paid.by_channel} today={today} />}
      {arrears !== null && <AgingTable rows={arrears.aging} />}
    </PanelGrid>
  );
}

export function Charts({ board: { trend, monthly } }: PartProps) {
  if (trend === null && monthly === null) return null;
  return <MoneyCharts trend={trend} monthly={monthly} />;
}
