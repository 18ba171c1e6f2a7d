import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import type { CustomerDto } from '@tirtapay/api-client';

/** Enough to see that this is the right house and the right meter. */
export function CustomerCard({ customer, onLeave }: { customer: CustomerDto; onLeave: () => void }) {
  const { t } = useTranslation('readings');
  return (
    <Panel>
      <Group justify="space-between">
        <div>
          <Group gap="xs">
            <Text fw={650} size="lg">
              {customer.name}
            </Text>
            <StatusBadge kind="customer" state={customer.state} />
          </Group>
          <Text size="sm">{customer.address}</Text>
          <Text size="sm" c="dimmed">
            {customer.customer_number} · {customer.tariff.code} · {customer.route.name}
            {customer.meter && ` · ${customer.meter.serial}`}
          </Text>
        </div>
        <Button variant="default" onClick={onLeave}>
          {t('entry.another')}
        </Button>
      </Group>
    </Panel>
  );
}
