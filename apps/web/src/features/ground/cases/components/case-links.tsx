import { Button, Group } from '@mantine/core';
import type { CaseDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import type { IconName } from '../../../../components/icon';
import { usePermission } from '../../../../lib/use-permission';

interface Way {
  to: string;
  label: string;
  icon: IconName;
}

function useWays(opened: CaseDetailDto): Way[] {
  const { t } = useTranslation('cases');
  const { payment, customer, source, intent_id: checkout, detail } = opened;
  const maySeeLogs = usePermission('bank.log.read');
  const maySeeCustomer = usePermission('customer.read');
  const maySeePayment = usePermission('payment.read');
  const ways: Way[] = [];
  if (maySeePayment && payment)
    ways.push({ to: `/payments/${String(payment.id)}`, label: t('link.payment'), icon: 'payment' });
  if (maySeeCustomer && customer)
    ways.push({ to: `/customers/${String(customer.id)}`, label: t('link.customer'), icon: 'user' });
  if (!maySeeLogs) return ways;
  const reference = payment?.bank_reference ?? detail.bank_reference;
  if (typeof reference === 'string')
    ways.push({
      to: `/bank-calls?bank_reference=${encodeURIComponent(reference)}`,
      label: t('link.calls'),
      icon: 'log',
    });
  if (source?.kind === 'WEBHOOK')
    ways.push({ to: `/webhooks?detail=${String(source.id)}`, label: t('link.webhook'), icon: 'bell' });
  else if (payment)
    ways.push({ to: `/webhooks?payment_id=${String(payment.id)}`, label: t('link.webhook'), icon: 'bell' });
  if (source?.kind === 'OUTBOUND_CALL')
    ways.push({
      to: `/outbound-calls?detail=${String(source.id)}`,
      label: t('link.outbound'),
      icon: 'external',
    });
  else if (checkout !== null)
    ways.push({
      to: `/outbound-calls?intent_id=${String(checkout)}`,
      label: t('link.outbound'),
      icon: 'external',
    });
  return ways;
}

/** The payment, the customer and the calls behind a case, as far as this person may see them. */
export function CaseLinks({ opened }: { opened: CaseDetailDto }) {
  const ways = useWays(opened);
  return (
    <Group gap="xs">
      {ways.map((way) => (
        <Button
          key={way.to}
          component={Link}
          to={way.to}
          size="xs"
          variant="default"
          leftSection={<Icon name={way.icon} size={14} />}
        >
          {way.label}
        </Button>
      ))}
    </Group>
  );
}
