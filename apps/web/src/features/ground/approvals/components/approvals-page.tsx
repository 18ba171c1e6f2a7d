import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import type { Asked } from '../../../../components/list-page/list-api';
import { choiceCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMomentShort } from '../../../../lib/format';
import { TooFewDeciders } from '../../../../components/too-few-deciders';
import { useSession } from '../../../../lib/session';
import { ApprovalDetail } from './approval-detail';

/** What the person may decide comes first; who decides nothing starts with what they asked for. */
const VIEWS = ['waiting', 'mine', 'all'] as const;
type View = (typeof VIEWS)[number];
const VIEW_CODEC = choiceCodec(VIEWS);

function useColumns(): ColumnsOf<'listApprovals'> {
  const { t } = useTranslation('approvals');
  return [
    {
      key: 'summary',
      locked: true,
      overflow: 'wrap',
      width: 280,
      render: (row) => row.summary,
    },
    {
      key: 'kind',
      render: (row) => t(`kinds.${row.kind}` as 'kinds.bank_key', { defaultValue: row.kind }),
    },
    { key: 'made_by', render: (row) => row.made_by.name },
    { key: 'made_at', render: (row) => formatMomentShort(row.made_at) },
    {
      key: 'decided_by',
      optional: true,
      render: (row) => row.decided_by?.name ?? '—',
    },
    {
      key: 'status',
      render: (row) => <StatusBadge kind="approval" state={row.status} />,
    },
  ];
}

const DECIDES = 'approval.decide.';

function useDecidesAnything(): boolean {
  const session = useSession();
  return 'user' in session && session.user.permissions.some((held) => held.startsWith(DECIDES));
}

const OF_VIEW: Readonly<Record<View, Asked>> = {
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
  const usual: View = useDecidesAnything() ? 'waiting' : 'mine';
  const viewOf = (chosen: string | null | undefined) => VIEWS.find((known) => known === chosen) ?? usual;
  const list = useList('listApprovals', {
    codecs: { view: VIEW_CODEC },
    asked: ({ view: chosen }) => OF_VIEW[viewOf(chosen)],
  });
  const view = viewOf(list.filters.view);
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
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={{
          status: { label: common('word.status'), text: (value) => common(`status.approval.${value}`) },
          kind: { label: t('kind'), text: (value) => t(`kinds.${value}`) },
          mine: null,
          decidable: null,
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t(EMPTY[view].title), hint: t(EMPTY[view].hint) }}
      />
      <DetailDrawer title={t('detail.title')}>{(id) => <ApprovalDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
