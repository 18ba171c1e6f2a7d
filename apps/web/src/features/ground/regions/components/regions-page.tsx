import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { DetailSkeleton } from '../../../../components/page/page-states';
import type { RegionDto } from '@tirtapay/api-client';
import { formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { createRegion, exportRegions, useRegionList } from '../api/regions-api';
import { CodeNameDialog } from './code-name-dialog';
import { RegionDetail } from './region-detail';

const SPEC = { sortable: ['code', 'name'], filters: {} } as const;

function useColumns(): ListColumn<RegionDto>[] {
  const { t } = useTranslation('regions');
  const { t: common } = useTranslation();
  return [
    { key: 'code', title: t('code'), sortable: true, locked: true, width: 110, render: (row) => row.code },
    { key: 'name', title: common('word.name'), sortable: true, render: (row) => row.name },
    {
      key: 'customers',
      title: t('customers'),
      align: 'right',
      render: (row) => formatNumber(row.customer_count),
    },
    { key: 'active', title: t('active'), render: (row) => t(row.active ? 'activeYes' : 'activeNo') },
  ];
}

export function RegionsPage() {
  const { t } = useTranslation('regions');
  const list = useListState(SPEC);
  const query = useRegionList(list.query);
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
        query={query}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        rowLink={(row) => `?detail=${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={exportRegions}
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
          const region = query.data?.data.find((row) => row.id === id);
          if (query.isPending) return <DetailSkeleton />;
          return region && <RegionDetail key={region.id} region={region} />;
        }}
      </DetailDrawer>
    </>
  );
}
