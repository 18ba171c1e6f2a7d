import { Badge, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { DrawerDetail } from './drawer-detail';
import { NewDrawerDialog } from './new-drawer-dialog';

function useColumns(): ColumnsOf<'listDrawers'> {
  const { t } = useTranslation('counter');
  return [
    { key: 'code', locked: true, render: (row) => row.code },
    { key: 'name', render: (row) => row.name },
    { key: 'pay_point', render: (row) => row.pay_point_name ?? '—' },
    { key: 'cashier', render: (row) => row.cashier_name ?? '—' },
    {
      key: 'balance',
      align: 'right',
      render: (row) => (row.balance === null ? '—' : <Money amount={row.balance} />),
    },
    {
      key: 'admin_fee',
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.admin_fee} />,
    },
    {
      key: 'active',
      render: (row) => (
        <Badge variant="light" color={row.active ? 'teal' : 'gray'} radius="sm" tt="none">
          {t(row.active ? 'drawers.active' : 'drawers.inactive')}
        </Badge>
      ),
    },
  ];
}

/** The drawers of the counters: where they stand, who has them, what the books have in them. */
export function DrawersPage() {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const list = useList('listDrawers');
  const [adding, dialog] = useDisclosure(false);
  const yesNo = (value: string) => common(value === 'true' ? 'word.yes' : 'word.no');
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
      {t('drawers.add')}
    </Button>
  );
  return (
    <>
      <ListPage
        name="drawers"
        title={t('drawers.title')}
        actions={add}
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('drawers.search')}
        filters={{
          active: { label: t('drawers.active'), text: yesNo },
          in_use: { label: t('drawers.inUse'), text: yesNo },
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('drawers.empty'), hint: t('drawers.emptyHint'), action: add }}
      />
      <DetailDrawer title={t('drawers.one')}>{(id) => <DrawerDetail key={id} id={id} />}</DetailDrawer>
      {adding && <NewDrawerDialog onClose={dialog.close} />}
    </>
  );
}
