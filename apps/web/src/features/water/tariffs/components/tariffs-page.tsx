import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { choiceCodec, flagCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import type { TariffResponse } from '@tirtapay/api-client';
import { formatPeriod } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { exportTariffs, useTariffList } from '../api/tariffs-api';
import { NewTariffDialog } from './new-tariff-dialog';

const GROUPS = ['I', 'II', 'III', 'KHUSUS'] as const;
const SPEC = {
  sortable: ['code', 'name', 'kelompok'],
  filters: { kelompok: choiceCodec(GROUPS), active: flagCodec },
} as const;

function useColumns(): ListColumn<TariffResponse>[] {
  const { t } = useTranslation('tariffs');
  const { t: common } = useTranslation();
  return [
    { key: 'code', title: t('code'), sortable: true, locked: true, render: (row) => row.code },
    { key: 'name', title: common('word.name'), sortable: true, render: (row) => row.name },
    {
      key: 'kelompok',
      title: t('group'),
      sortable: true,
      render: (row) => common(`tariffGroup.${row.kelompok}`),
    },
    { key: 'basis', title: t('basis'), render: (row) => row.current_version?.legal_basis ?? t('noVersion') },
    {
      key: 'valid_from',
      title: t('current'),
      render: (row) => (row.current_version ? formatPeriod(row.current_version.valid_from) : '—'),
    },
    {
      key: 'active',
      title: t('active'),
      optional: true,
      render: (row) => t(row.active ? 'activeYes' : 'activeNo'),
    },
  ];
}

export function TariffsPage() {
  const { t } = useTranslation('tariffs');
  const { t: common } = useTranslation();
  const list = useListState(SPEC);
  const query = useTariffList(list.query);
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
        query={query}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={[
          {
            kind: 'choice',
            name: 'kelompok',
            label: t('group'),
            options: GROUPS.map((value) => ({ value, label: common(`tariffGroup.${value}`) })),
          },
          {
            kind: 'choice',
            name: 'active',
            label: t('active'),
            options: [
              { value: 'true', label: t('activeYes') },
              { value: 'false', label: t('activeNo') },
            ],
          },
        ]}
        rowLink={(row) => `/tariffs/${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={exportTariffs}
        empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
      />
      <NewTariffDialog opened={adding} onClose={dialog.close} />
    </>
  );
}
