import { Anchor, Text } from '@mantine/core';
import type { BankCallDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { DetailDrawer } from '../../../../components/detail-drawer';
import {
  choiceCodec,
  dateCodec,
  flagCodec,
  idCodec,
  textCodec,
} from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn, ListFilter } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { formatMilliseconds, formatMomentExact } from '../../../../lib/format';
import { useBanks } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { exportBankCalls, useBankCalls } from '../api/bank-calls-api';
import { CallDetail } from './call-detail';
import { operationOf } from './operation';
import { ResultBadge } from './result-badge';

const PROTOCOLS = ['NATIVE', 'SNAP'] as const;
/** What the API answers banks with. */
const STATUSES = [200, 202, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503, 504].map(String);
const SPEC = {
  sortable: ['received_at', 'latency_ms', 'http_status', 'bank_reference'],
  filters: {
    from: dateCodec,
    to: dateCodec,
    bank_id: idCodec,
    protocol: choiceCodec(PROTOCOLS),
    http_status: idCodec,
    code: textCodec,
    path: textCodec,
    bank_reference: textCodec,
    replayed: flagCodec,
  },
} as const;

function useColumns(): ListColumn<BankCallDto>[] {
  const { t } = useTranslation('bank-calls');
  const { t: common } = useTranslation();
  return [
    {
      key: 'received_at',
      title: common('word.time'),
      sortable: true,
      locked: true,
      render: (row) => formatMomentExact(row.received_at),
    },
    { key: 'operation', title: t('call'), render: (row) => t(`operation.${operationOf(row.path)}`) },
    {
      key: 'http_status',
      title: t('result'),
      sortable: true,
      render: (row) => <ResultBadge status={row.http_status} code={row.code} />,
    },
    {
      key: 'bank_reference',
      title: common('word.bankReference'),
      sortable: true,
      render: (row) => row.bank_reference ?? '—',
    },
    { key: 'bank', title: common('word.bank'), render: (row) => row.bank.name },
    {
      key: 'latency_ms',
      title: common('word.latency'),
      align: 'right',
      sortable: true,
      render: (row) => common('word.milliseconds', { value: formatMilliseconds(row.latency_ms) }),
    },
    {
      key: 'protocol',
      title: common('word.protocol'),
      optional: true,
      render: (row) => t(`protocol.${row.protocol}`),
    },
    {
      key: 'replayed',
      title: t('replayed'),
      optional: true,
      render: (row) => common(row.replayed ? 'word.yes' : 'word.no'),
    },
    {
      key: 'path',
      title: t('path'),
      optional: true,
      render: (row) => (
        <Text span size="xs" ff="monospace">
          {row.method} {row.path}
        </Text>
      ),
    },
  ];
}

function useFilters(): ListFilter[] {
  const { t } = useTranslation('bank-calls');
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
      name: 'protocol',
      label: common('word.protocol'),
      options: PROTOCOLS.map((value) => ({ value, label: t(`protocol.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'http_status',
      label: t('httpStatus'),
      options: STATUSES.map((value) => ({ value, label: value })),
    },
    { kind: 'text', name: 'code', label: t('code') },
    { kind: 'text', name: 'path', label: t('pathFilter') },
    { kind: 'text', name: 'bank_reference', label: common('word.bankReference') },
    {
      kind: 'choice',
      name: 'replayed',
      label: t('replayed'),
      options: [
        { value: 'true', label: t('replayedYes') },
        { value: 'false', label: t('replayedNo') },
      ],
    },
  ];
}

/** A call that nobody signed rightly belongs to no bank: it is in the activity log. */
function Hint() {
  const { t } = useTranslation('bank-calls');
  const maySeeRefused = usePermission('audit.read');
  return (
    <>
      {t('hint')}{' '}
      {maySeeRefused && (
        <Anchor component={Link} size="sm" underline="always" to="/activity?action=security.bank_refused">
          {t('refused')}
        </Anchor>
      )}
    </>
  );
}

export function BankCallsPage() {
  const { t } = useTranslation('bank-calls');
  const list = useListState(SPEC);
  const query = useBankCalls(list.query);
  return (
    <>
      <ListPage
        name="bank-calls"
        title={t('title')}
        hint={<Hint />}
        list={list}
        query={query}
        columns={useColumns()}
        filters={useFilters()}
        searchPlaceholder={t('search')}
        rowLink={(row) => `?detail=${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={exportBankCalls}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detail.title')}>{(id) => <CallDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
