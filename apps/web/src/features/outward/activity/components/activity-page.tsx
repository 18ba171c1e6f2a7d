import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { formatMomentShort } from '../../../../lib/format';
import { ActivityDetail } from './activity-detail';
import { actionText, actorText, entityText } from './activity-words';

function useColumns(): ColumnsOf<'listActivity'> {
  const { t } = useTranslation('activity');
  return [
    {
      key: 'at',
      locked: true,
      render: (row) => formatMomentShort(row.at),
    },
    { key: 'actor', render: (row) => actorText(t, row.actor) },
    { key: 'action', render: (row) => actionText(t, row.action) },
    {
      key: 'entity',
      render: (row) => entityText(t, row.entity_type, row.entity_id),
    },
    { key: 'ip', optional: true, render: (row) => row.ip ?? '—' },
    { key: 'request_id', optional: true, render: (row) => row.request_id ?? '—' },
    {
      key: 'sealed',
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
  const list = useList('listActivity');
  const { entity_type: type, entity_id: id } = list.filters;
  // An object has no other name than its number of its kind, here as in the rows.
  const entity = type == null || id == null ? undefined : entityText(t, type, Number(id));
  return (
    <>
      <ListPage
        name="activity"
        title={t('title')}
        hint={t('sealedHint')}
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={{
          from: { label: t('from') },
          to: { label: t('to') },
          actor_id: {
            label: t('actorFilter'),
            linked: true,
            name: list.answer.data?.data[0]?.actor.name,
          },
          action: { label: t('actionFilter'), linked: true, text: (value) => actionText(t, value) },
          entity_type: { label: t('entityType'), linked: true, text: (value) => entityText(t, value) },
          entity_id: { label: t('entityId'), linked: true, name: entity },
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty') }}
      />
      <DetailDrawer title={t('detail')}>
        {(id) => {
          const entry = list.answer.data?.data.find((row) => row.id === id);
          if (list.answer.isPending) return <DetailSkeleton />;
          return entry && <ActivityDetail entry={entry} />;
        }}
      </DetailDrawer>
    </>
  );
}
