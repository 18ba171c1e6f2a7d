import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf, ListFilters } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { formatMilliseconds, formatMomentExact } from '../../../../lib/format';
import { useBanks } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { CallDetail } from './call-detail';
import { operationAt } from './operation';
import { ResultBadge } from './result-badge';

/** What the API answers banks with. */
const STATUSES = [200, 202, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503, 504].map(String);

function useColumns(): ColumnsOf<'listBankCalls'> {
  const { t } = useTranslation('bank-calls');
  const { t: common } = useTranslation();
  return [
    {
      key: 'received_at',
      locked: true,
      render: (row) => formatMomentExact(row.received_at),
    },
    { key: 'operation', render: (row) => operationAt(row.path) ?? t('otherOperation') },
    {
      key: 'http_status',
      render: (row) => <ResultBadge status={row.http_status} code={row.code} />,
    },
    {
      key: 'bank_reference',
      render: (row) => row.bank_reference ?? '—',
    },
    { key: 'bank', render: (row) => row.bank.name },
    {
      key: 'latency_ms',
      align: 'right',
      render: (row) => common('word.milliseconds', { value: formatMilliseconds(row.latency_ms) }),
    },
    {
      key: 'protocol',
      optional: true,
      render: (row) => t(`protocol.${row.protocol}`),
    },
    {
      key: 'replayed',
      optional: true,
      render: (row) => common(row.replayed ? 'word.yes' : 'word.no'),
    },
    {
      key: 'path',
      optional: true,
      render: (row) => (
        <Text span size="xs" ff="monospace">
          {row.method} {row.path}
        </Text>
      ),
    },
  ];
}

function useFilters(): ListFilters<'listBankCalls'> {
  const { t } = useTranslation('bank-calls');
  const { t: common } = useTranslation();
  const banks = useBanks().data ?? [];
  return {
    from: { label: t('from') },
    to: { label: t('to') },
    bank_id: {
      label: common('word.bank'),
      options: banks.map((bank) => ({ value: String(bank.id), label: bank.name })),
    },
    protocol: { label: common('word.protocol'), text: (value) => t(`protocol.${value}`) },
    http_status: { label: t('httpStatus'), options: STATUSES.map((value) => ({ value, label: value })) },
    code: { label: t('code') },
    path: { label: t('pathFilter') },
    bank_reference: { label: common('word.bankReference') },
    replayed: {
      label: t('replayed'),
      text: (value) => (value === 'true' ? t('replayedYes') : t('replayedNo')),
    },
  };
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
  const list = useList('listBankCalls');
  return (
    <>
      <ListPage
        name="bank-calls"
        title={t('title')}
        hint={<Hint />}
        list={list}
        columns={useColumns()}
        filters={useFilters()}
        searchPlaceholder={t('search')}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detail.title')}>{(id) => <CallDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
