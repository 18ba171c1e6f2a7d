import { Alert, Text } from '@mantine/core';
import type { CustomerDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { CustomerCard } from './customer-card';

/** Told before a stand is typed that would be refused. */
export function NotRead({ customer, onLeave }: { customer: CustomerDto; onLeave: () => void }) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  return (
    <>
      <CustomerCard customer={customer} onLeave={onLeave} />
      <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('entry.notRead')}>
        <Text size="sm">
          {t('entry.notReadBody', { state: common(`status.customer.${customer.state}`) })}
        </Text>
      </Alert>
    </>
  );
}
