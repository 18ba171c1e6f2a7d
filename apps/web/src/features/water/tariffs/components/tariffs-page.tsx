import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { formatPeriod } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { NewTariffDialog } from './new-tariff-dialog';

function useColumns(): ColumnsOf<'listTariffs'> {
  const { t } = useTranslation('tariffs');
  const { t: common } = useTranslation();
  return [
    { key: 'code', locked: true, render: (row) => row.code },
    { key: 'name', render: (row) => row.name },
    {
      key: 'kelompok',
      render: (row) => common(`tariffGroup.${row.kelompok}`),
    },
    { key: 'basis', render: (row) => row.current_version?.legal_basis ?? t('noVersion') },
    {
      key: 'valid_from',
      render: (row) => (row.current_version ? formatPeriod(row.current_version.valid_from) : '—'),
    },
    {
      key: 'active',
      optional: true,
      render: (row) => t(row.active ? 'activeYes' : 'activeNo'),
    },
  ];
}

export function TariffsPage() {
  const { t } = useTranslation('tariffs');
  const { t: common } = useTranslation();
  const list = useList('listTariffs');
  const mayPropose = usePermission('tariff.propose');
  const [adding, dialog] = useDisclosure(false);
  const add = mayPropose && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <ListPage
        name="tariffs"
        title={t('title')}
        actions={add}
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={{
          kelompok: { label: t('group'), text: (value) => common(`tariffGroup.${value}`) },
          active: {
            label: t('active'),
            text: (value) => (value === 'true' ? t('activeYes') : t('activeNo')),
          },
        }}
        rowLink={(row) => `/tariffs/${String(row.id)}`}
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      <NewTariffDialog opened={adding} onClose={dialog.close} />
    </>
  );
}
