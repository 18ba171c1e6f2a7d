import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMomentShort, formatNumber, formatPeriod } from '../../../../lib/format';
import { useRegions, useRoutesOf } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { ReadingDetail } from './reading-detail';
import { VerifySelected } from './verify-selected';

function useColumns(): ColumnsOf<'listReadings'> {
  const { t: common } = useTranslation();
  return [
    {
      key: 'customer_number',
      locked: true,
      render: (row) => row.customer.customer_number,
    },
    { key: 'name', render: (row) => row.customer.name },
    {
      key: 'period',
      render: (row) => formatPeriod(row.period),
    },
    {
      key: 'severity',
      render: (row) => <StatusBadge kind="severity" state={row.severity} />,
    },
    {
      key: 'status',
      render: (row) => <StatusBadge kind="reading" state={row.status} />,
    },
    {
      key: 'previous_stand',
      align: 'right',
      render: (row) => formatNumber(row.previous_stand),
    },
    {
      key: 'current_stand',
      align: 'right',
      render: (row) => formatNumber(row.current_stand),
    },
    {
      key: 'usage_m3',
      align: 'right',
      render: (row) => common('word.cubic', { value: formatNumber(row.usage_m3) }),
    },
    { key: 'method', optional: true, render: (row) => common(`method.${row.method}`) },
    { key: 'read_by', optional: true, render: (row) => row.read_by?.name ?? '—' },
    {
      key: 'read_at',
      optional: true,
      render: (row) => formatMomentShort(row.read_at),
    },
  ];
}

export function ReadingsPage() {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const list = useList('listReadings');
  const regions = useRegions();
  const { region_id: regionId } = list.filters;
  const routes = useRoutesOf(regionId == null ? undefined : Number(regionId));
  const mayRecord = usePermission('reading.record');
  const mayVerify = usePermission('reading.verify');
  return (
    <>
      <ListPage
        name="readings"
        title={t('title')}
        actions={
          mayRecord && (
            <>
              <Button component={Link} to="/readings/sheet" variant="default">
                {t('sheet.title')}
              </Button>
              <Button component={Link} to="/readings/new" leftSection={<Icon name="plus" size={16} />}>
                {t('entry.title')}
              </Button>
            </>
          )
        }
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={{
          period: { label: common('word.period') },
          status: { label: common('word.status'), text: (value) => common(`status.reading.${value}`) },
          severity: { label: t('severity'), text: (value) => common(`status.severity.${value}`) },
          region_id: {
            label: common('word.region'),
            options: (regions.data ?? []).map((row) => ({ value: String(row.id), label: row.name })),
          },
          route_id: {
            label: common('word.route'),
            linked: true,
            name: routes.data?.find((row) => String(row.id) === list.filters.route_id)?.name,
          },
          customer_id: {
            label: common('word.customer'),
            linked: true,
            name: list.answer.data?.data[0]?.customer.name,
          },
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        bulkActions={(selection) => mayVerify && <VerifySelected selection={selection} />}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detail')}>{(id) => <ReadingDetail id={id} />}</DetailDrawer>
    </>
  );
}
