import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CheckoutDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../../../components/form/reason-button';
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
    onErrorTells: true,
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
  const { id, number } = checkout;
  return (
    <ReasonButton
      label={t('cancel.action')}
      title={t('cancel.title')}
      body={t('cancel.body', { number, amount: formatMoney(checkout.amount) })}
      danger
      perform={(reason) => cancel({ id, reason })}
      done={({ closed_at_bank: closed }) => t(closed ? 'cancel.done' : 'cancel.doneHere')}
    />
  );
}
