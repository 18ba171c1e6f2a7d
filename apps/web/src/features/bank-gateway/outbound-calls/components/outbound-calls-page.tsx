import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf, ListFilters } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMilliseconds, formatMomentExact, formatNumber } from '../../../../lib/format';
import { useBanks } from '../../../../lib/reference-data';
import { OutboundDetail } from './outbound-detail';
import { SERVICES, serviceText } from './service-text';

function useColumns(): ColumnsOf<'listOutboundCalls'> {
  const { t } = useTranslation('outbound-calls');
  const { t: common } = useTranslation();
  return [
    {
      key: 'started_at',
      locked: true,
      render: (row) => formatMomentExact(row.started_at),
    },
    {
      key: 'service',
      render: (row) => serviceText(t, row.service),
    },
    {
      key: 'state',
      render: (row) => <StatusBadge kind="outboundCall" state={row.state} />,
    },
    { key: 'response_code', render: (row) => row.response_code ?? '—' },
    { key: 'bank', render: (row) => row.bank.name },
    {
      key: 'latency_ms',
      align: 'right',
      render: (row) =>
        row.latency_ms === null
          ? '—'
          : common('word.milliseconds', { value: formatMilliseconds(row.latency_ms) }),
    },
    { key: 'checks', align: 'right', render: (row) => formatNumber(row.checks) },
    {
      key: 'next_check_at',
      render: (row) => (row.next_check_at === null ? '—' : formatMomentExact(row.next_check_at)),
    },
    { key: 'external_id', optional: true, render: (row) => row.external_id },
    { key: 'intent_id', optional: true, render: (row) => row.intent_id ?? '—' },
  ];
}

function useFilters(checkout: string | null | undefined): ListFilters<'listOutboundCalls'> {
  const { t } = useTranslation('outbound-calls');
  const { t: common } = useTranslation();
  const banks = useBanks().data ?? [];
  return {
    from: { label: t('from') },
    to: { label: t('to') },
    bank_id: {
      label: common('word.bank'),
      options: banks.map((bank) => ({ value: String(bank.id), label: bank.name })),
    },
    service: {
      label: t('serviceTitle'),
      options: SERVICES.map((value) => ({ value, label: serviceText(t, value) })),
    },
    state: { label: common('word.state'), text: (value) => common(`status.outboundCall.${value}`) },
    intent_id: {
      label: t('checkout'),
      linked: true,
      name: checkout == null ? undefined : t('checkoutNumber', { id: checkout }),
    },
  };
}

export function OutboundCallsPage() {
  const { t } = useTranslation('outbound-calls');
  const list = useList('listOutboundCalls');
  return (
    <>
      <ListPage
        name="outbound-calls"
        title={t('title')}
        hint={t('hint')}
        list={list}
        columns={useColumns()}
        filters={useFilters(list.filters.intent_id)}
        searchPlaceholder={t('search')}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detailTitle')}>{(id) => <OutboundDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
