import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { createRegion } from '../api/regions-api';
import { CodeNameDialog } from './code-name-dialog';
import { RegionDetail } from './region-detail';

function useColumns(): ColumnsOf<'listRegions'> {
  const { t } = useTranslation('regions');
  return [
    { key: 'code', locked: true, width: 110, render: (row) => row.code },
    { key: 'name', render: (row) => row.name },
    {
      key: 'customer_count',
      align: 'right',
      render: (row) => formatNumber(row.customer_count),
    },
    { key: 'active', render: (row) => t(row.active ? 'activeYes' : 'activeNo') },
  ];
}

export function RegionsPage() {
  const { t } = useTranslation('regions');
  const list = useList('listRegions');
  const mayManage = usePermission('region.manage');
  const [adding, dialog] = useDisclosure(false);
  const add = mayManage && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <ListPage
        name="regions"
        title={t('title')}
        actions={add}
        list={list}
        columns={useColumns()}
        filters={{
          active: {
            label: t('active'),
            text: (value) => t(value === 'true' ? 'activeYes' : 'activeNo'),
          },
        }}
        searchPlaceholder={t('search')}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      {adding && (
        <CodeNameDialog
          title={t('newTitle')}
          codeLabel={t('code')}
          digits={2}
          doneMessage={t('saved')}
          perform={createRegion}
          onClose={dialog.close}
        />
      )}
      <DetailDrawer title={t('edit')}>
        {(id) => {
          const region = list.answer.data?.data.find((row) => row.id === id);
          if (list.answer.isPending) return <DetailSkeleton />;
          return region && <RegionDetail key={region.id} region={region} />;
        }}
      </DetailDrawer>
    </>
  );
}
