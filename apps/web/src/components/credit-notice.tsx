import { Alert, Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getCustomerCreditOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { formatMoney } from '../lib/format';
import { usePermission } from '../lib/use-permission';
import { Icon } from './icon';

/** Money of a customer that pays for nothing yet: said wherever somebody is about to ask them for money. */
export function CreditNotice({ customerId }: { customerId: number }) {
  const { t } = useTranslation();
  const may = usePermission('credit.read');
  const mayCases = usePermission('case.read');
  const query = useQuery({ ...getCustomerCreditOptions({ path: { id: customerId } }), enabled: may });
  const credit = query.data;
  if (credit === undefined || credit.balance <= 0) return null;
  return (
    <Alert color="blue" variant="light" icon={<Icon name="payment" />} mb="md" title={t('credit.title')}>
      <Text size="sm">{t('credit.held', { amount: formatMoney(credit.balance) })}</Text>
      {credit.cases.some((one) => one.pending_approval_id !== null) && (
        <Text size="sm">{t('credit.leaving')}</Text>
      )}
      {mayCases && credit.cases[0] && (
        <Anchor component={Link} to={`/cases?detail=${String(credit.cases[0].case_id)}`} size="sm">
          {t('credit.decide')}
        </Anchor>
      )}
    </Alert>
  );
}
