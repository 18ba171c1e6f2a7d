import { Anchor, Button, Table, Text } from '@mantine/core';
import type { ShiftDto, ShiftEntryDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Money } from '../../../../components/money';
import { PrintReceipt } from '../../../../components/print/print-receipt';
import { StatusBadge } from '../../../../components/status-badge';
import { ActionsHead, RowActions, WideTable } from '../../../../components/wide-table';
import { formatClock } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useSession } from '../../../../lib/session';
import { HandBackButton } from './hand-back-button';
import { ReverseDialog } from './reverse-dialog';
import { WrongSaleDialog } from './wrong-sale-dialog';

type Payment = ShiftEntryDto & { payment_id: number };

const isPayment = (entry: ShiftEntryDto): entry is Payment => entry.payment_id !== null;
const MOST = 200;

/** What happened in a shift, newest first, with what can still be done about it. */
export function ShiftEntries({ shift }: { shift: ShiftDto }) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const session = useSession();
  const maySell = usePermission('counter.sell');
  const [reversing, setReversing] = useState<Payment | null>(null);
  const [reporting, setReporting] = useState<Payment | null>(null);
  const own = 'user' in session && session.user.id === shift.cashier_id;
  const open = own && shift.state === 'OPEN';
  if (shift.entries.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('entries.none')}
      </Text>
    );
  return (
    <>
      {shift.entries.length === MOST && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('entries.newest', { count: MOST })}
        </Text>
      )}
      <WideTable label={t('entries.title')} minWidth={680} cards>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common('word.time')}</Table.Th>
            <Table.Th>{t('entries.what')}</Table.Th>
            <Table.Th>{common('word.name')}</Table.Th>
            <Table.Th ta="right">{common('word.amount')}</Table.Th>
            <ActionsHead label={t('entries.actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shift.entries.map((entry, index) => (
            <Table.Tr
              key={`${entry.kind}-${String(entry.payment_id ?? entry.sale_id ?? index)}`}
              data-entry={entry.kind}
            >
              <Table.Td>{formatClock(entry.at)}</Table.Td>
              <Table.Td>
                {t(`entries.kind.${entry.kind}` as 'entries.kind.WATER')}{' '}
                {entry.receipt_number !== null && (
                  <Text size="xs" c="dimmed">
                    {entry.payment_id === null ? (
                      entry.receipt_number
                    ) : (
                      <Anchor component={Link} size="xs" to={`/payments/${String(entry.payment_id)}`}>
                        {entry.receipt_number}
                      </Anchor>
                    )}
                  </Text>
                )}
                {entry.status !== null && <StatusBadge kind="sale" state={entry.status} />}
                {entry.undone && isPayment(entry) && (
                  <Text size="xs" c="red">
                    {t('entries.undone')}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {entry.name ?? '—'}
                {entry.subject !== null && (
                  <Text size="xs" c="dimmed">
                    {entry.subject}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{entry.amount === null ? '—' : <Money amount={entry.amount} />}</Table.Td>
              <RowActions>
                {isPayment(entry) && entry.kind !== 'REVERSAL' && (
                  <PrintReceipt of={{ payment: entry.payment_id }} />
                )}
                {entry.kind === 'SALE' && entry.sale_id !== null && entry.status === 'SUCCESS' && (
                  <PrintReceipt of={{ sale: entry.sale_id }} />
                )}
                {maySell && open && entry.kind === 'WATER' && !entry.undone && isPayment(entry) && (
                  <Button
                    size="xs"
                    variant="light"
                    color="red"
                    onClick={() => {
                      setReversing(entry);
                    }}
                  >
                    {t('reverse.button')}
                  </Button>
                )}
                {maySell && own && !open && entry.kind === 'WATER' && !entry.undone && isPayment(entry) && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      setReporting(entry);
                    }}
                  >
                    {t('wrong.button')}
                  </Button>
                )}
                {maySell && entry.kind === 'SALE' && entry.status === 'FAILED' && entry.sale_id !== null && (
                  <HandBackButton saleId={entry.sale_id} />
                )}
              </RowActions>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {reversing !== null && (
        <ReverseDialog
          entry={reversing}
          onClose={() => {
            setReversing(null);
          }}
        />
      )}
      {reporting !== null && (
        <WrongSaleDialog
          entry={reporting}
          onClose={() => {
            setReporting(null);
          }}
        />
      )}
    </>
  );
}
