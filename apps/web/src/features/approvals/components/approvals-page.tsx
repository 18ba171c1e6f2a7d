import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../components/detail-drawer';
import { choiceCodec, flagCodec } from '../../../components/list-page/list-codecs';
import { ListPage } from '../../../components/list-page/list-page';
import type { ListColumn } from '../../../components/list-page/list-types';
import { useListState } from '../../../components/list-page/use-list-state';
import { StatusBadge } from '../../../components/status-badge';
import type { ApprovalDto } from '@tirtapay/api-client';
import { formatMomentShort } from '../../../lib/format';
import { exportApprovals, useApprovals } from '../api/approvals-api';
import { ApprovalDetail } from './approval-detail';

const STATUSES = ['PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const;
const KINDS = [
  'tariff_version',
  'payment_reversal',
  'bank_key',
  'bank_settings',
  'bank_connection',
  'bank_go_live',
] as const;
const SPEC = {
  sortable: ['made_at', 'decided_at', 'kind', 'status'],
  filters: { status: choiceCodec(STATUSES), kind: choiceCodec(KINDS), mine: flagCodec },
} as const;

function useColumns(): ListColumn<ApprovalDto>[] {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  return [
    {
      key: 'summary',
      title: t('subject'),
      locked: true,
      overflow: 'wrap',
      width: 280,
      render: (row) => row.summary,
    },
    {
      key: 'kind',
      title: t('kind'),
      sortable: true,
      render: (row) => t(`kinds.${row.kind}` as 'kinds.bank_key', { defaultValue: row.kind }),
    },
    { key: 'made_by', title: t('madeBy'), render: (row) => row.made_by.name },
    { key: 'made_at', title: t('madeAt'), sortable: true, render: (row) => formatMomentShort(row.made_at) },
    {
      key: 'decided_by',
      title: t('decidedBy'),
      optional: true,
      render: (row) => row.decided_by?.name ?? '—',
    },
    {
      key: 'status',
      title: common('word.status'),
      sortable: true,
      render: (row) => <StatusBadge kind="approval" state={row.status} />,
    },
  ];
}

export function ApprovalsPage() {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  const list = useListState(SPEC);
  const query = useApprovals(list.query);
  return (
    <>
      <ListPage
        name="approvals"
        title={t('title')}
        hint={t('hint')}
        list={list}
        query={query}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={[
          {
            kind: 'choice',
            name: 'status',
            label: common('word.status'),
            options: STATUSES.map((value) => ({ value, label: common(`status.approval.${value}`) })),
          },
          {
            kind: 'choice',
            name: 'kind',
            label: t('kind'),
            options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
          {
            kind: 'choice',
            name: 'mine',
            label: t('mine'),
            options: [
              { value: 'true', label: t('mineYes') },
              { value: 'false', label: t('mineNo') },
            ],
          },
        ]}
        rowLink={(row) => `?detail=${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={exportApprovals}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detail.title')}>{(id) => <ApprovalDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
