import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { choiceCodec, periodCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import type { BillRunResponse } from '@tirtapay/api-client';
import { formatMomentShort, formatNumber, formatPeriod } from '../../../../lib/format';
import { exportBillRuns, useBillRuns } from '../api/bill-runs-api';
import { useScopeText } from './scope-text';

const STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'PARTIAL', 'FAILED'] as const;
const SPEC = {
  sortable: ['created_at', 'period', 'amount'],
  filters: { status: choiceCodec(STATUSES), period: periodCodec },
} as const;

function useColumns(): ListColumn<BillRunResponse>[] {
  const { t } = useTranslation('bill-runs');
  const { t: common } = useTranslation();
  const scopeText = useScopeText();
  return [
    {
      key: 'period',
      title: common('word.period'),
      sortable: true,
      locked: true,
      render: (row) => formatPeriod(row.period),
    },
    { key: 'scope', title: t('scope'), render: (row) => scopeText(row.filter) },
    { key: 'issued', title: t('issued'), align: 'right', render: (row) => formatNumber(row.issued) },
    { key: 'failed', title: t('failed'), align: 'right', render: (row) => formatNumber(row.failed) },
    {
      key: 'skipped',
      title: t('skipped'),
      align: 'right',
      optional: true,
      render: (row) => formatNumber(row.skipped),
    },
    {
      key: 'amount',
      title: t('amount'),
      align: 'right',
      sortable: true,
      render: (row) => <Money amount={row.amount} />,
    },
    { key: 'created_by', title: t('by'), render: (row) => row.created_by?.name ?? common('state.system') },
    {
      key: 'created_at',
      title: t('created'),
      sortable: true,
      render: (row) => formatMomentShort(row.created_at),
    },
    {
      key: 'status',
      title: common('word.status'),
      render: (row) => <StatusBadge kind="billRun" state={row.status} />,
    },
  ];
}

export function BillRunsPage() {
  const { t } = useTranslation('bill-runs');
  const { t: common } = useTranslation();
  const list = useListState(SPEC);
  const query = useBillRuns(list.query);
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
      list={list}
      query={query}
      columns={useColumns()}
      filters={[
        { kind: 'period', name: 'period', label: common('word.period') },
        {
          kind: 'choice',
          name: 'status',
          label: common('word.status'),
          options: STATUSES.map((value) => ({ value, label: common(`status.billRun.${value}`) })),
        },
      ]}
      rowLink={(row) => `/bill-runs/${String(row.id)}`}
      rowId={(row) => row.id}
      exportCsv={exportBillRuns}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: start }}
    />
  );
}
