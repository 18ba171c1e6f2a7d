import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { choiceCodec, idCodec, periodCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { StatusBadge } from '../../../../components/status-badge';
import type { ReadingResponse } from '@tirtapay/api-client';
import { formatMomentShort, formatNumber, formatPeriod } from '../../../../lib/format';
import { useRegions } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { exportReadings, useReadings } from '../api/readings-api';
import { ReadingDetail } from './reading-detail';

const STATUSES = ['RECORDED', 'REREAD', 'VERIFIED'] as const;
const SEVERITIES = ['OK', 'WARNING', 'ERROR'] as const;

const SPEC = {
  sortable: ['customer_number', 'name', 'period', 'read_at', 'usage_m3', 'severity', 'status'],
  filters: {
    period: periodCodec,
    status: choiceCodec(STATUSES),
    severity: choiceCodec(SEVERITIES),
    region_id: idCodec,
    customer_id: idCodec,
  },
} as const;

function useColumns(): ListColumn<ReadingResponse>[] {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  return [
    {
      key: 'customer_number',
      title: common('word.customerNumber'),
      sortable: true,
      locked: true,
      render: (row) => row.customer.customer_number,
    },
    { key: 'name', title: common('word.name'), sortable: true, render: (row) => row.customer.name },
    {
      key: 'period',
      title: common('word.period'),
      sortable: true,
      render: (row) => formatPeriod(row.period),
    },
    {
      key: 'severity',
      title: t('severity'),
      sortable: true,
      render: (row) => <StatusBadge kind="severity" state={row.severity} />,
    },
    {
      key: 'status',
      title: common('word.status'),
      sortable: true,
      render: (row) => <StatusBadge kind="reading" state={row.status} />,
    },
    {
      key: 'previous_stand',
      title: common('word.previousStand'),
      align: 'right',
      render: (row) => formatNumber(row.previous_stand),
    },
    {
      key: 'current_stand',
      title: common('word.currentStand'),
      align: 'right',
      render: (row) => formatNumber(row.current_stand),
    },
    {
      key: 'usage_m3',
      title: common('word.usage'),
      align: 'right',
      sortable: true,
      render: (row) => common('word.cubic', { value: formatNumber(row.usage_m3) }),
    },
    { key: 'method', title: t('method'), optional: true, render: (row) => common(`method.${row.method}`) },
    { key: 'read_by', title: t('readBy'), optional: true, render: (row) => row.read_by?.name ?? '—' },
    {
      key: 'read_at',
      title: t('readAt'),
      sortable: true,
      optional: true,
      render: (row) => formatMomentShort(row.read_at),
    },
  ];
}

export function ReadingsPage() {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const list = useListState(SPEC);
  const query = useReadings(list.query);
  const regions = useRegions();
  const mayRecord = usePermission('reading.record');
  return (
    <>
      <ListPage
        name="readings"
        title={t('title')}
        actions={
          mayRecord && (
            <Button component={Link} to="/readings/new" leftSection={<Icon name="plus" size={16} />}>
              {t('entry.title')}
            </Button>
          )
        }
        list={list}
        query={query}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={[
          { kind: 'period', name: 'period', label: common('word.period') },
          {
            kind: 'choice',
            name: 'status',
            label: common('word.status'),
            options: STATUSES.map((value) => ({ value, label: common(`status.reading.${value}`) })),
          },
          {
            kind: 'choice',
            name: 'severity',
            label: t('severity'),
            options: SEVERITIES.map((value) => ({ value, label: common(`status.severity.${value}`) })),
          },
          {
            kind: 'choice',
            name: 'region_id',
            label: common('word.region'),
            options: (regions.data ?? []).map((row) => ({ value: String(row.id), label: row.name })),
          },
          {
            kind: 'linked',
            name: 'customer_id',
            label: common('word.customer'),
            text: (value) => query.data?.data[0]?.customer.name ?? value,
          },
        ]}
        rowLink={(row) => `?detail=${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={exportReadings}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detail')}>{(id) => <ReadingDetail id={id} />}</DetailDrawer>
    </>
  );
}
