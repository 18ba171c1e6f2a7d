import { Alert, Button, Group, Loader, Modal, Select, Stack, Text } from '@mantine/core';
import type { CounterSheetsDto } from '@tirtapay/api-client';
import { QRCodeSVG } from 'qrcode.react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PrintReceipt } from '../../../../components/print/print-receipt';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMoney, formatMoment } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { beginCheckout, useCheckout, useCounterBanks, useOwnShift } from '../api/counter-api';
import classes from './counter.module.css';

interface QrisDialogProps {
  sheets: CounterSheetsDto;
  count: number;
  onClose: () => void;
}

/** Paid by the bank's word alone: the screen turns when it is told, never before. */
function Paid({
  customerNumber,
  amount,
  onClose,
}: {
  customerNumber: string;
  amount: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('counter');
  const own = useOwnShift();
  const { refetch } = own;
  useEffect(() => {
    void refetch();
  }, [refetch]);
  // Not out of what was known before: that may hold an earlier one of the same customer, with another receipt.
  const entries = own.isFetchedAfterMount && !own.isError ? own.data?.entries : undefined;
  const payment = entries?.find(
    ({ kind, subject, undone }) => kind === 'NON_CASH' && subject === customerNumber && !undone,
  );
  return (
    <Stack align="center" ta="center">
      <span className={classes.paidMark}>
        <Icon name="check" size={44} />
      </span>
      <Text fw={700} size="xl" role="status">
        {t('qris.paid')}
      </Text>
      <Text>{t('qris.paidHint', { amount: formatMoney(amount) })}</Text>
      {own.isError && <ProblemPanel error={own.error} onRetry={() => void refetch()} />}
      <Group justify="center">
        {payment?.payment_id != null && <PrintReceipt of={{ payment: payment.payment_id }} />}
        <Button autoFocus onClick={onClose}>
          {t('result.next')}
        </Button>
      </Group>
    </Stack>
  );
}

/** A code of the bank for the customer's own phone. Its money never enters the drawer. */
export function QrisDialog({ sheets: { customer }, count, onClose }: QrisDialogProps) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const banks = useCounterBanks();
  const [token, setToken] = useState<string | null>(null);
  const checkout = useCheckout(token).data;
  const action = useAction({
    perform: (bank: string) =>
      beginCheckout({
        customer_number: customer.customer_number,
        bank_code: bank,
        bill_count: count,
      }),
    onSuccess: (answer) => {
      setToken(answer.intent_token);
    },
  });
  const { run } = action;
  const only = banks.data?.length === 1 ? banks.data[0]?.code : undefined;
  useEffect(() => {
    if (only !== undefined) run(only);
  }, [only, run]);
  const over = checkout !== undefined && checkout.status !== 'PENDING' && checkout.status !== 'PAID';
  const again = (bank: string) => {
    setToken(null);
    run(bank);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('qris.title', { name: customer.name })}
      closeButtonProps={{ 'aria-label': common('action.close') }}
    >
      <Stack>
        {banks.isError && <ProblemPanel error={banks.error} onRetry={() => void banks.refetch()} />}
        {banks.data?.length === 0 && (
          <Alert color="yellow" variant="light" icon={<Icon name="bank" />}>
            {t('qris.noBank')}
          </Alert>
        )}
        {token === null && banks.data !== undefined && banks.data.length > 1 && (
          <Select
            label={common('word.bank')}
            // The dialog was there before the banks were known.
            autoFocus
            data={banks.data.map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={common('form.choose')}
            onChange={(bank) => {
              if (bank !== null) run(bank);
            }}
          />
        )}
        {action.isPending && (
          <Group role="status">
            <Loader size="sm" /> {t('qris.asking')}
          </Group>
        )}
        {action.isError && <ProblemPanel error={action.error} />}
        {checkout?.status === 'PENDING' && (
          <>
            <div className={classes.qr}>
              <strong>{checkout.merchant_name}</strong>
              {checkout.nmid !== null && <small>NMID: {checkout.nmid}</small>}
              <QRCodeSVG
                value={checkout.qr_payload ?? ''}
                size={280}
                level="M"
                marginSize={2}
                role="img"
                aria-label={t('qris.label', { amount: formatMoney(checkout.amount) })}
              />
              <b>
                <Money amount={checkout.amount} />
              </b>
            </div>
            <Group gap="xs" role="status" justify="center">
              <Loader size="xs" />
              <Text size="sm">{t('qris.waiting', { until: formatMoment(checkout.expires_at) })}</Text>
            </Group>
          </>
        )}
        {checkout?.status === 'PAID' && (
          <Paid customerNumber={customer.customer_number} amount={checkout.amount} onClose={onClose} />
        )}
        {over && (
          <Alert
            color="yellow"
            variant="light"
            icon={<Icon name="warning" />}
            title={t(`qris.over.${checkout.status}` as 'qris.over.EXPIRED')}
          >
            <Group mt="xs">
              {checkout.status !== 'PAID_ELSEWHERE' && (
                <Button
                  size="xs"
                  onClick={() => {
                    again(checkout.bank.code);
                  }}
                >
                  {t('qris.again')}
                </Button>
              )}
              <Button size="xs" variant="default" onClick={onClose}>
                {common('action.close')}
              </Button>
            </Group>
          </Alert>
        )}
        {checkout?.status !== 'PAID' && (
          <Text size="xs" c="dimmed">
            {t('qris.apart')}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}
