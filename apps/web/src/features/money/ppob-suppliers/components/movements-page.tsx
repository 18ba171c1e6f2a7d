import { Anchor, Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { formatDateShort } from '../../../../lib/format';
import { MovementDetail } from './movement-detail';
import { kindText } from './movement-words';
function useColumns(): ColumnsOf<'listSupplierMovements'> {
  const { t } = useTranslation('ppob-suppliers');
  return [
    {
      key: 'business_date',
      locked: true,
      render: (row) => formatDateShort(row.business_date),
    },
    {
      key: 'kind',
      render: (row) => (
        <>
          {kindText(t, row)}{' '}
          {row.reversed && (
            <Badge size="xs" color="gray" variant="light">
              {t('movement.reversed')}
            </Badge>
          )}
        </>
      ),
    },
    { key: 'supplier', render: (row) => row.supplier },
    {
      key: 'reference',
      render: (row) =>
        row.sale_id === null ? (
          (row.bank_reference ?? '—')
        ) : (
          <Anchor component={Link} size="sm" to={`/ppob/transactions/${String(row.sale_id)}`}>
            {t('movement.sale', { id: String(row.sale_id) })}
          </Anchor>
        ),
    },
    {
      key: 'account',
      optional: true,
      render: (row) => t(`movement.accounts.${row.account}`),
    },
    {
      key: 'amount',
      align: 'right',
      render: (row) => <Money amount={row.amount} />,
    },
    {
      key: 'balance',
      align: 'right',
      render: (row) => <Money amount={row.balance} />,
    },
  ];
}

/** The statement between the suppliers and us: each movement, and what lay between us after it. */
export function SupplierMovementsPage() {
  const { t } = useTranslation('ppob-suppliers');
  const list = useList('listSupplierMovements');
  return (
    <>
      <ListPage
        name="supplier-movements"
        title={t('statement')}
        hint={t('statementHint')}
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('movement.search')}
        filters={{
          from: { label: t('movement.from') },
          to: { label: t('movement.until') },
          kind: {
            label: t('movement.kind'),
            text: (value) => t(`movement.kinds.${value}` as 'movement.kinds.COST'),
          },
          account: {
            label: t('movement.account'),
            text: (value) => t(`movement.accounts.${value}` as 'movement.accounts.1150'),
          },
          supplier_id: {
            label: t('movement.supplier'),
            linked: true,
            name: list.answer.data?.data[0]?.supplier,
          },
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('movement.empty') }}
      />
      <DetailDrawer title={t('movement.title')}>
        {(id) => {
          const movement = list.answer.data?.data.find((row) => row.id === id);
          return movement && <MovementDetail movement={movement} />;
        }}
      </DetailDrawer>
    </>
  );
}
