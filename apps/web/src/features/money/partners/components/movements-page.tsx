import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { formatDateShort } from '../../../../lib/format';
import { MovementDetail } from './movement-detail';

type EventWord = 'event.sale.held';

function useColumns(): ColumnsOf<'listDepositMovements'> {
  const { t } = useTranslation('partners');
  return [
    {
      key: 'business_date',
      locked: true,
      render: (row) => formatDateShort(row.business_date),
    },
    {
      key: 'event',
      render: (row) =>
        t(`event.${row.event}` as EventWord, { defaultValue: row.event }) +
        (row.corrected ? ` (${t('corrected')})` : ''),
    },
    { key: 'partner', render: (row) => row.partner },
    {
      key: 'entity_id',
      render: (row) => (row.entity_id === null ? '—' : String(row.entity_id)),
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

/** The statement of a deposit as the books have it: each movement, and what was in it after. */
export function MovementsPage() {
  const { t } = useTranslation('partners');
  const list = useList('listDepositMovements');
  const partner = list.filters.partner_id;
  return (
    <>
      <ListPage
        name="deposit-movements"
        title={t('statement')}
        hint={t('statementHint')}
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('searchMovement')}
        filters={{
          from: { label: t('from') },
          to: { label: t('until') },
          event: {
            label: t('movement'),
            text: (value) => t(`event.${value}` as EventWord, { defaultValue: value }),
          },
          partner_id: {
            label: t('partner'),
            linked: true,
            name: list.answer.data?.data[0]?.partner,
          },
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('noMovement'), hint: partner == null ? undefined : t('noMovementHint') }}
      />
      <DetailDrawer title={t('movementTitle')}>
        {(id) => {
          const movement = list.answer.data?.data.find((row) => row.id === id);
          return movement && <MovementDetail movement={movement} />;
        }}
      </DetailDrawer>
    </>
  );
}
