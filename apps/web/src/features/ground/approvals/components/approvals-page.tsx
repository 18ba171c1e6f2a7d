import { SegmentedControl } from '@mantine/core';
import { APPROVAL_KINDS } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { choiceCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { StatusBadge } from '../../../../components/status-badge';
import type { ApprovalDto } from '@tirtapay/api-client';
import { formatMomentShort } from '../../../../lib/format';
import { TooFewDeciders } from '../../../../components/too-few-deciders';
import { useSession } from '../../../../lib/session';
import { exportApprovals, useApprovals, type ApprovalsQuery } from '../api/approvals-api';
import { ApprovalDetail } from './approval-detail';

const STATUSES = ['PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const;
/** What the person may decide comes first; who decides nothing starts with what they asked for. */
const VIEWS = ['waiting', 'mine', 'all'] as const;
type View = (typeof VIEWS)[number];
const SPEC = {
  sortable: ['made_at', 'decided_at', 'kind', 'status'],
  filters: { status: choiceCodec(STATUSES), kind: choiceCodec(APPROVAL_KINDS), view: choiceCodec(VIEWS) },
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

const DECIDES = 'approval.decide.';

function useDecidesAnything(): boolean {
  const session = useSession();
  return 'user' in session && session.user.permissions.some((held) => held.startsWith(DECIDES));
}

const OF_VIEW: Readonly<Record<View, Partial<ApprovalsQuery>>> = {
  waiting: { decidable: true },
  mine: { mine: true },
  all: {},
};

const EMPTY = {
  waiting: { title: 'emptyWaiting', hint: 'emptyWaitingHint' },
  mine: { title: 'emptyMine', hint: 'emptyHint' },
  all: { title: 'empty', hint: 'emptyHint' },
} as const;

export function ApprovalsPage() {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  const list = useListState(SPEC);
  const usual: View = useDecidesAnything() ? 'waiting' : 'mine';
  const view = list.query.view ?? usual;
  const asked = ({ view: _view, ...query }: typeof list.query): ApprovalsQuery => ({
    ...query,
    ...OF_VIEW[view],
  });
  const query = useApprovals(asked(list.query));
  return (
    <>
      <ListPage
        name="approvals"
        title={t('title')}
        hint={t('hint')}
        summary={
          <>
            <TooFewDeciders />
            <SegmentedControl
              mb="md"
              aria-label={t('views.label')}
              data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
              value={view}
              onChange={(next) => {
                list.setFilter('view', next === usual ? null : next);
              }}
            />
          </>
        }
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
            options: APPROVAL_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
        ]}
        rowLink={(row) => `?detail=${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={(filtered) => exportApprovals(asked(filtered))}
        empty={{ title: t(EMPTY[view].title), hint: t(EMPTY[view].hint) }}
      />
      <DetailDrawer title={t('detail.title')}>{(id) => <ApprovalDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
