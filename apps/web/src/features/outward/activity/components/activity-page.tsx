import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { dateCodec, idCodec, textCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { DetailSkeleton } from '../../../../components/page/page-states';
import type { ActivityResponse } from '@tirtapay/api-client';
import { formatMomentShort } from '../../../../lib/format';
import { exportActivity, useActivity } from '../api/activity-api';
import { ActivityDetail } from './activity-detail';
import { actionText, actorText, entityText } from './activity-words';

const SPEC = {
  sortable: ['at'],
  filters: {
    actor_id: idCodec,
    action: textCodec,
    entity_type: textCodec,
    entity_id: idCodec,
    from: dateCodec,
    to: dateCodec,
  },
} as const;

function useColumns(): ListColumn<ActivityResponse>[] {
  const { t } = useTranslation('activity');
  const { t: common } = useTranslation();
  return [
    {
      key: 'at',
      title: common('word.time'),
      sortable: true,
      locked: true,
      render: (row) => formatMomentShort(row.at),
    },
    { key: 'actor', title: t('actor'), render: (row) => actorText(t, common('state.system'), row.actor) },
    { key: 'action', title: t('action'), render: (row) => actionText(t, row.action) },
    {
      key: 'entity',
      title: t('entity'),
      render: (row) => entityText(t, row.entity_type, row.entity_id),
    },
    { key: 'ip', title: t('ip'), optional: true, render: (row) => row.ip ?? '—' },
    { key: 'request_id', title: t('requestId'), optional: true, render: (row) => row.request_id ?? '—' },
    {
      key: 'sealed',
      title: t('sealed'),
      render: (row) => (
        <Badge variant="light" radius="sm" tt="none" color={row.sealed ? 'teal' : 'gray'}>
          {t(row.sealed ? 'sealedYes' : 'sealedNo')}
        </Badge>
      ),
    },
  ];
}

export function ActivityPage() {
  const { t } = useTranslation('activity');
  const list = useListState(SPEC);
  const query = useActivity(list.query);
  return (
    <>
      <ListPage
        name="activity"
        title={t('title')}
        hint={t('sealedHint')}
        list={list}
        query={query}
        columns={useColumns()}
        filters={[
          { kind: 'date', name: 'from', label: t('from') },
          { kind: 'date', name: 'to', label: t('to') },
          {
            kind: 'linked',
            name: 'actor_id',
            label: t('actorFilter'),
            text: (value) => query.data?.data[0]?.actor.name ?? value,
          },
          { kind: 'linked', name: 'action', label: t('actionFilter'), text: (value) => actionText(t, value) },
          {
            kind: 'linked',
            name: 'entity_type',
            label: t('entityType'),
            text: (value) => entityText(t, value),
          },
          { kind: 'linked', name: 'entity_id', label: t('entityId'), text: (value) => value },
        ]}
        rowLink={(row) => `?detail=${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={exportActivity}
        empty={{ title: t('empty') }}
      />
      <DetailDrawer title={t('detail')}>
        {(id) => {
          const entry = query.data?.data.find((row) => row.id === id);
          if (query.isPending) return <DetailSkeleton />;
          return entry && <ActivityDetail entry={entry} />;
        }}
      </DetailDrawer>
    </>
  );
}
