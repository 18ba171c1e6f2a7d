import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { formatDateShort, formatMomentShort, formatNumber } from '../../../../lib/format';

function useColumns(): ColumnsOf<'listSettlementFiles'> {
  const { t } = useTranslation('reconciliation');
  return [
    { key: 'file_name', locked: true, overflow: 'wrap', render: (row) => row.file_name },
    { key: 'settlement_date', render: (row) => formatDateShort(row.settlement_date) },
    { key: 'bank', render: (row) => row.bank_name },
    { key: 'format', render: (row) => t(`formats.${row.format}`) },
    { key: 'line_count', align: 'right', render: (row) => formatNumber(row.line_count) },
    { key: 'credit_total', align: 'right', render: (row) => <Money amount={row.credit_total} /> },
    { key: 'debit_total', align: 'right', render: (row) => <Money amount={row.debit_total} /> },
    { key: 'uploaded_at', render: (row) => formatMomentShort(row.uploaded_at) },
    { key: 'uploaded_by', render: (row) => row.uploaded_by ?? t('system') },
    {
      key: 'superseded_at',
      render: (row) => (row.superseded_at === null ? '—' : formatMomentShort(row.superseded_at)),
    },
    { key: 'sha256', optional: true, overflow: 'wrap', width: 260, render: (row) => row.sha256 },
  ];
}

export function FilesPage() {
  const { t } = useTranslation('reconciliation');
  const list = useList('listSettlementFiles');
  return (
    <ListPage
      name="settlement-files"
      title={t('files.title')}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('files.search')}
      filters={{
        settlement_date: { label: t('date') },
        current: {
          label: t('files.current'),
          text: (value) => t(value === 'true' ? 'files.currentYes' : 'files.currentNo'),
        },
        bank_id: {
          label: t('upload.bank'),
          linked: true,
          name: list.answer.data?.data[0]?.bank_name,
        },
      }}
      empty={{ title: t('files.empty'), hint: t('files.emptyHint') }}
    />
  );
}
