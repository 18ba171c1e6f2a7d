import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CheckoutDetailDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Icon } from '../../../../components/icon';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { askBank, cancel } from '../api/checkouts-api';

/** Asks the bank about the account or code, also about one that is over: a payment it tells of is booked. */
export function AskBank({ id }: { id: number }) {
  const { t } = useTranslation('checkouts');
  const action = useAction({
    perform: askBank,
    onSuccess: ({ bank_says: word }) => {
      notifications.show({
        color: word === 'UNKNOWN' ? 'yellow' : 'teal',
        title: t('ask.done'),
        message: t(`bankSays.${word}`),
      });
    },
    onError: (error) => {
      notifications.show({
        color: 'red',
        title: t('ask.failed'),
        message: error instanceof ApiProblem ? error.title : '',
      });
    },
  });
  return (
    <Button
      variant="default"
      leftSection={<Icon name="bank" size={16} />}
      loading={action.isPending}
      onClick={() => {
        action.run(id);
      }}
    >
      {t('ask.action')}
    </Button>
  );
}

/** Ends an open one, with a reason that stays in the trail. */
export function CancelCheckout({ checkout }: { checkout: CheckoutDetailDto }) {
  const { t } = useTranslation('checkouts');
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
  };
  const action = useAction({
    perform: (reason: string) => cancel({ id: checkout.id, reason }),
    done: ({ closed_at_bank: closed }) => t(closed ? 'cancel.done' : 'cancel.doneHere'),
    onSuccess: close,
  });
  return (
    <>
      <Button
        variant="light"
        color="red"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('cancel.action')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={close}
        title={t('cancel.title')}
        confirmLabel={t('cancel.action')}
        danger
        reason="required"
        action={action}
      >
        <Text size="sm">
          {t('cancel.body', { number: checkout.number, amount: formatMoney(checkout.amount) })}
        </Text>
      </ConfirmDialog>
    </>
  );
}
