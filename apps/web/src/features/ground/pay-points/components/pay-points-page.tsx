import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf, ListFilters } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { useBanks, useRegions } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { NewPayPoint } from './new-pay-point';
import { PayPointDetail } from './pay-point-detail';

function useColumns(): ColumnsOf<'listPayPoints'> {
  const { t } = useTranslation('pay-points');
  return [
    { key: 'name', locked: true, render: (row) => row.name },
    { key: 'bank', render: (row) => row.bank_name ?? t('own') },
    { key: 'region', render: (row) => row.region_name },
    { key: 'address', render: (row) => row.address },
    { key: 'hours', render: (row) => row.hours },
    { key: 'phone', optional: true, render: (row) => row.phone ?? '—' },
    { key: 'coordinates', optional: true, render: (row) => row.coordinates ?? '—' },
    { key: 'active', render: (row) => t(row.active ? 'open' : 'closed') },
  ];
}

function useFilters(): ListFilters<'listPayPoints'> {
  const { t } = useTranslation('pay-points');
  const { t: common } = useTranslation();
  const banks = useBanks().data ?? [];
  const regions = useRegions().data ?? [];
  return {
    region_id: {
      label: common('word.region'),
      options: regions.map((region) => ({ value: String(region.id), label: region.name })),
    },
    bank_id: {
      label: common('word.bank'),
      options: banks.map((bank) => ({ value: String(bank.id), label: bank.name })),
    },
    active: { label: common('word.state'), text: (value) => t(value === 'true' ? 'open' : 'closed') },
  };
}

export function PayPointsPage() {
  const { t } = useTranslation('pay-points');
  const list = useList('listPayPoints');
  const mayManage = usePermission('setting.manage');
  const [adding, dialog] = useDisclosure(false);
  const add = mayManage && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <ListPage
        name="pay-points"
        title={t('title')}
        hint={t('hint')}
        actions={add}
        list={list}
        columns={useColumns()}
        filters={useFilters()}
        searchPlaceholder={t('search')}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      {adding && <NewPayPoint onClose={dialog.close} />}
      <DetailDrawer title={t('edit')}>
        {(id) => {
          const point = list.answer.data?.data.find((row) => row.id === id);
          if (list.answer.isPending) return <DetailSkeleton />;
          return point && <PayPointDetail stored={point} />;
        }}
      </DetailDrawer>
    </>
  );
}
