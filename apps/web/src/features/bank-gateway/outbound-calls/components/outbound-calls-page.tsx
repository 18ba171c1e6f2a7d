import type { OutboundCallDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { choiceCodec, dateCodec, idCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn, ListFilter } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMilliseconds, formatMomentExact, formatNumber } from '../../../../lib/format';
import { useBanks } from '../../../../lib/reference-data';
import { exportOutboundCalls, useOutboundCalls } from '../api/outbound-calls-api';
import { OutboundDetail } from './outbound-detail';
import { SERVICES, serviceText } from './service-text';

const STATES = ['PENDING', 'DONE', 'FAILED', 'UNKNOWN'] as const;
const SPEC = {
  sortable: ['started_at', 'latency_ms', 'service', 'state'],
  filters: {
    from: dateCodec,
    to: dateCodec,
    bank_id: idCodec,
    service: choiceCodec(SERVICES),
    state: choiceCodec(STATES),
    intent_id: idCodec,
  },
} as const;

function useColumns(): ListColumn<OutboundCallDto>[] {
  const { t } = useTranslation('outbound-calls');
  const { t: common } = useTranslation();
  return [
    {
      key: 'started_at',
      title: common('word.time'),
      sortable: true,
      locked: true,
      render: (row) => formatMomentExact(row.started_at),
    },
    {
      key: 'service',
      title: t('service.title'),
      sortable: true,
      render: (row) => serviceText(t, row.service),
    },
    {
      key: 'state',
      title: common('word.state'),
      sortable: true,
      render: (row) => <StatusBadge kind="outboundCall" state={row.state} />,
    },
    { key: 'response_code', title: t('responseCode'), render: (row) => row.response_code ?? '—' },
    { key: 'bank', title: common('word.bank'), render: (row) => row.bank.name },
    {
      key: 'latency_ms',
      title: common('word.latency'),
      align: 'right',
      sortable: true,
      render: (row) =>
        row.latency_ms === null
          ? '—'
          : common('word.milliseconds', { value: formatMilliseconds(row.latency_ms) }),
    },
    { key: 'checks', title: t('checks'), align: 'right', render: (row) => formatNumber(row.checks) },
    {
      key: 'next_check_at',
      title: t('nextCheck'),
      render: (row) => (row.next_check_at === null ? '—' : formatMomentExact(row.next_check_at)),
    },
    { key: 'external_id', title: 'X-EXTERNAL-ID', optional: true, render: (row) => row.external_id },
    { key: 'intent_id', title: t('intent'), optional: true, render: (row) => row.intent_id ?? '—' },
  ];
}

function useFilters(): ListFilter[] {
  const { t } = useTranslation('outbound-calls');
  const { t: common } = useTranslation();
  const banks = useBanks().data ?? [];
  return [
    { kind: 'date', name: 'from', label: t('from') },
    { kind: 'date', name: 'to', label: t('to') },
    {
      kind: 'choice',
      name: 'bank_id',
      label: common('word.bank'),
      options: banks.map((bank) => ({ value: String(bank.id), label: bank.name })),
    },
    {
      kind: 'choice',
      name: 'service',
      label: t('service.title'),
      options: SERVICES.map((value) => ({ value, label: serviceText(t, value) })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: common('word.state'),
      options: STATES.map((value) => ({ value, label: common(`status.outboundCall.${value}`) })),
    },
    { kind: 'linked', name: 'intent_id', label: t('intent'), text: (value) => value },
  ];
}

export function OutboundCallsPage() {
  const { t } = useTranslation('outbound-calls');
  const list = useListState(SPEC);
  const query = useOutboundCalls(list.query);
  return (
    <>
      <ListPage
        name="outbound-calls"
        title={t('title')}
        hint={t('hint')}
        list={list}
        query={query}
        columns={useColumns()}
        filters={useFilters()}
        searchPlaceholder={t('search')}
        rowLink={(row) => `?detail=${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={exportOutboundCalls}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detailTitle')}>{(id) => <OutboundDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
