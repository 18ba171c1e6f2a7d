import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMomentShort, formatNumber, formatPeriod } from '../../../../lib/format';
import { useScopeText } from './scope-text';
import { SealedLeft } from './sealed-left';

function useColumns(): ColumnsOf<'listBillRuns'> {
  const { t: common } = useTranslation();
  const scopeText = useScopeText();
  return [
    {
      key: 'period',
      locked: true,
      render: (row) => formatPeriod(row.period),
    },
    { key: 'scope', render: (row) => scopeText(row.filter) },
    { key: 'issued', align: 'right', render: (row) => formatNumber(row.issued) },
    { key: 'failed', align: 'right', render: (row) => formatNumber(row.failed) },
    {
      key: 'skipped',
      align: 'right',
      optional: true,
      render: (row) => formatNumber(row.skipped),
    },
    {
      key: 'amount',
      align: 'right',
      render: (row) => <Money amount={row.amount} />,
    },
    { key: 'created_by', render: (row) => row.created_by?.name ?? common('state.system') },
    {
      key: 'created_at',
      render: (row) => formatMomentShort(row.created_at),
    },
    {
      key: 'status',
      render: (row) => <StatusBadge kind="billRun" state={row.status} />,
    },
  ];
}

export function BillRunsPage() {
  const { t } = useTranslation('bill-runs');
  const { t: common } = useTranslation();
  const list = useList('listBillRuns');
  const start = (
    <Button component={Link} to="/bill-runs/new" leftSection={<Icon name="plus" size={16} />}>
      {t('new')}
    </Button>
  );
  return (
    <ListPage
      name="bill-runs"
      title={t('title')}
      actions={start}
      summary={<SealedLeft />}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('search')}
      filters={{
        period: { label: common('word.period') },
        status: { label: common('word.status'), text: (value) => common(`status.billRun.${value}`) },
      }}
      rowLink={(row) => `/bill-runs/${String(row.id)}`}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: start }}
    />
  );
}
