import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { formatMoney } from '../../../../lib/format';
import { useSession } from '../../../../lib/session';
import { isEmpty, totalOf } from '../basket/basket';
import { useBasket } from '../basket/basket-store';

function Left({ userId }: { userId: number }) {
  const { t } = useTranslation('counter');
  const [basket] = useBasket(userId);
  if (isEmpty(basket)) return null;
  const what = {
    names: [...basket.water, ...basket.sales].map(({ name }) => name).join(', '),
    amount: formatMoney(totalOf(basket)),
  };
  const unknown = basket.sent !== null;
  return (
    <Alert
      color="yellow"
      variant="light"
      mb="md"
      icon={<Icon name="warning" />}
      role="alert"
      title={t(unknown ? 'basket.leftSent' : 'basket.left')}
    >
      {unknown ? t('basket.leftSentHint', what) : t('basket.leftHint', what)}
    </Alert>
  );
}

/**
 * What stood in the basket when there was no shift any more, closed by a supervisor or in another window: whoever has a
 * customer's cash in the hand must hear that nothing was booked for it.
 */
export function LeftBasket() {
  const session = useSession();
  return 'user' in session ? <Left userId={session.user.id} /> : null;
}
