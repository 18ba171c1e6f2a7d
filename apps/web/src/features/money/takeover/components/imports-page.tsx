import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { formatMomentShort, formatNumber } from '../../../../lib/format';

function useColumns(): ColumnsOf<'listTakeovers'> {
  const { t } = useTranslation('takeover');
  return [
    {
      key: 'file_name',
      locked: true,
      overflow: 'wrap',
      render: (row) => row.file_name,
    },
    { key: 'kind', render: (row) => t(`kind.${row.kind}`) },
    { key: 'state', render: (row) => t(`state.${row.state}`) },
    { key: 'rows_read', align: 'right', render: (row) => formatNumber(row.rows_read) },
    { key: 'rows_refused', align: 'right', render: (row) => formatNumber(row.rows_refused) },
    { key: 'amount', align: 'right', render: (row) => <Money amount={row.amount} /> },
    { key: 'checked_at', render: (row) => formatMomentShort(row.checked_at) },
    { key: 'checked_by', render: (row) => row.checked_by ?? '—' },
  ];
}

/** Every file that was looked at, and what became of it. */
export function ImportsPage() {
  const { t } = useTranslation('takeover');
  const list = useList('listTakeovers');
  return (
    <ListPage
      name="takeovers"
      title={t('history.title')}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('history.search')}
      rowLink={(row) => `/import/${String(row.id)}`}
      filters={{
        kind: { label: t('what'), text: (value) => t(`kind.${value as 'ARREARS'}`) },
        state: { label: t('stateWord'), text: (value) => t(`state.${value as 'CHECKED'}`) },
      }}
      empty={{ title: t('history.empty'), hint: t('history.emptyHint') }}
    />
  );
}
