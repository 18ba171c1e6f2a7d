import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge, statusText } from '../../../../components/status-badge';
import { channelName } from '../../../../lib/channel-name';
import { formatDateShort, formatNumber } from '../../../../lib/format';
import { useItemWords } from './item-words';

function useColumns(): ColumnsOf<'listReconciliationItems'> {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords();
  return [
    {
      key: 'type',
      locked: true,
      overflow: 'wrap',
      width: 190,
      render: (row) => (
        <>
          {words.type(row.type, row.statement)}
          {row.movement_event !== null && (
            <Text size="xs" c="dimmed">
              {[words.movement(row.movement_event), row.movement_name]
                .filter((part) => part !== null)
                .join(' · ')}
            </Text>
          )}
        </>
      ),
    },
    { key: 'reference', overflow: 'wrap', width: 190, render: (row) => row.reference ?? '—' },
    { key: 'our_amount', align: 'right', render: (row) => <Money amount={row.our_amount} /> },
    { key: 'bank_amount', align: 'right', render: (row) => <Money amount={row.bank_amount} /> },
    {
      key: 'difference',
      align: 'right',
      render: (row) => (
        <Text span inherit fw={row.difference === 0 ? undefined : 700}>
          <Money amount={row.difference} />
        </Text>
      ),
    },
    {
      key: 'action',
      // What to do about the row is why a person opens the board: where there is little room, other columns give way.
      locked: true,
      overflow: 'wrap',
      width: 170,
      render: (row) => {
        const [usual] = row.actions;
        if (row.action !== null) return words.action(row.action, row.statement);
        return usual === undefined ? '—' : t('item.proposed', { action: words.action(usual, row.statement) });
      },
    },
    {
      key: 'state',
      render: (row) => <StatusBadge kind="reconciliationItem" state={row.pending ? 'PENDING' : row.state} />,
    },
    {
      key: 'age',
      align: 'right',
      render: (row) => (row.state === 'OPEN' ? t('item.age', { count: row.age_days }) : '—'),
    },
    {
      key: 'difference_size',
      align: 'right',
      optional: true,
      render: (row) => <Money amount={Math.abs(row.difference)} />,
    },
    { key: 'customer_number', render: (row) => row.customer_number ?? '—' },
    { key: 'customer_name', optional: true, render: (row) => row.customer_name ?? row.movement_name ?? '—' },
    {
      key: 'channel',
      optional: true,
      render: (row) => (row.channel === null ? '—' : channelName(row.channel)),
    },
    { key: 'fee', align: 'right', optional: true, render: (row) => <Money amount={row.fee} /> },
    { key: 'line', align: 'right', render: (row) => (row.line === null ? '—' : formatNumber(row.line)) },
    { key: 'settlement_date', render: (row) => formatDateShort(row.settlement_date) },
    { key: 'bank', render: (row) => row.bank_name },
  ];
}

/** Both sides of every row: what our books expect, what moved at the bank, and what is left between them. */
export function ItemsPage() {
  const { t } = useTranslation('reconciliation');
  const { t: common } = useTranslation();
  const list = useList('listReconciliationItems');
  const [first] = list.answer.data?.data ?? [];
  const words = useItemWords(list.filters.reconciliation_id === undefined ? undefined : first?.statement);
  return (
    <ListPage
      name="reconciliation-items"
      title={t('items.title')}
      hint={t('items.hint')}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('items.search')}
      filters={{
        type: { label: t('item.type'), text: (value) => words.type(value) },
        statement: { label: t('kindOf.label'), text: (value) => t(`kindOf.${value}`) },
        state: {
          label: common('word.status'),
          text: (value) => statusText(common, 'reconciliationItem', value),
        },
        from: { label: t('from') },
        to: { label: t('until') },
        claims: {
          label: t('items.claims'),
          text: (value) => t(value === 'true' ? 'items.claimsYes' : 'items.claimsNo'),
        },
        reconciliation_id: {
          label: t('items.day'),
          linked: true,
          name: first && `${first.bank_name}, ${formatDateShort(first.settlement_date)}`,
        },
        bank_id: {
          label: t('upload.bank'),
          linked: true,
          name: first?.bank_name,
        },
      }}
      rowLink={(row) => `/reconciliation/items/${String(row.id)}`}
      empty={{ title: t('items.empty'), hint: t('items.emptyHint') }}
    />
  );
}
