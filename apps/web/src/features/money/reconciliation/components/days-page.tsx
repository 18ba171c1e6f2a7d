import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { statusText } from '../../../../components/status-badge';
import { formatDateShort, formatMomentShort, formatNumber } from '../../../../lib/format';
import { DayBadge } from './day-badge';

function useColumns(): ColumnsOf<'listReconciliationDays'> {
  const { t } = useTranslation('reconciliation');
  return [
    { key: 'settlement_date', locked: true, render: (row) => formatDateShort(row.settlement_date) },
    { key: 'bank', render: (row) => row.bank_name },
    { key: 'state', render: (row) => <DayBadge day={row} /> },
    { key: 'items', align: 'right', render: (row) => formatNumber(row.items) },
    { key: 'open_items', align: 'right', render: (row) => formatNumber(row.open_items) },
    { key: 'open_amount', align: 'right', render: (row) => <Money amount={row.open_amount} /> },
    { key: 'our_amount', align: 'right', render: (row) => <Money amount={row.our_amount} /> },
    { key: 'bank_amount', align: 'right', render: (row) => <Money amount={row.bank_amount} /> },
    {
      key: 'closed_at',
      render: (row) => (row.closed_at === null ? '—' : formatMomentShort(row.closed_at)),
    },
    {
      key: 'closed_by',
      render: (row) => (row.closed_at === null ? '—' : (row.closed_by ?? t('system'))),
    },
  ];
}

export function DaysPage() {
  const { t } = useTranslation('reconciliation');
  const { t: common } = useTranslation();
  const list = useList('listReconciliationDays');
  return (
    <ListPage
      name="reconciliation-days"
      title={t('days.title')}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('days.search')}
      filters={{
        from: { label: t('from') },
        to: { label: t('until') },
        state: {
          label: common('word.status'),
          text: (value) => statusText(common, 'reconciliation', value),
        },
        statement: { label: t('kindOf.label'), text: (value) => t(`kindOf.${value}`) },
        missing_file: {
          label: t('days.file'),
          text: (value) => t(value === 'true' ? 'days.fileMissing' : 'days.fileThere'),
        },
        bank_id: {
          label: t('upload.bank'),
          linked: true,
          name: list.answer.data?.data[0]?.bank_name,
        },
      }}
      rowLink={(row) => `/reconciliation/days/${String(row.id)}`}
      empty={{ title: t('days.empty'), hint: t('days.emptyHint') }}
    />
  );
}
