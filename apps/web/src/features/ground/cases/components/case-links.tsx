import { Button, Group } from '@mantine/core';
import type { CaseDetailDto } from '@tirtapay/api-client';
import type { Permission } from '@tirtapay/domain';
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

/** Where the thing itself is put right: one screen for each kind of subject. */
function stepOf({ source, detail, customer }: CaseDetailDto): { to: string; permission: Permission } | null {
  const id = String(source?.id ?? '');
  switch (source?.kind) {
    case 'DISPUTE':
      return { to: `/disputes/${id}`, permission: 'bill.read' };
    case 'CORRECTION_NOTE':
      return customer === null
        ? null
        : { to: `/bills?customer_id=${String(customer.id)}`, permission: 'bill.read' };
    case 'SALE':
      return { to: `/ppob/transactions/${id}`, permission: 'ppob.read' };
    case 'SHIFT':
      return { to: `/shifts/${id}`, permission: 'counter.read' };
    case 'RECONCILIATION':
      return { to: `/reconciliation/days/${id}`, permission: 'reconciliation.read' };
    case 'SUPPLIER':
      return { to: '/ppob/suppliers', permission: 'supplier.read' };
    case 'PERIOD':
      return {
        to:
          typeof detail.period === 'string'
            ? `/reports/tie-out?from=${detail.period}&to=${detail.period}`
            : '/reports/tie-out',
        permission: 'report.read',
      };
    case 'PAYMENT':
      return { to: `/payments/${id}`, permission: 'payment.read' };
    case 'INTENT':
      return { to: `/checkouts/${id}`, permission: 'intent.read' };
    case 'WEBHOOK':
      return { to: `/webhooks?detail=${id}`, permission: 'bank.log.read' };
    case 'OUTBOUND_CALL':
      return { to: `/outbound-calls?detail=${id}`, permission: 'bank.log.read' };
    case undefined:
      return null;
  }
}

/** The next step of a case, where a decision here is not all there is to do. */
export function NextStep({ opened }: { opened: CaseDetailDto }) {
  const { t } = useTranslation('cases');
  const step = stepOf(opened);
  const may = usePermission(step?.permission ?? 'case.read');
  if (opened.status !== 'OPEN' || step === null || !may || opened.source === null) return null;
  return (
    <Button component={Link} to={step.to} rightSection={<Icon name="right" size={16} />} w="fit-content">
      {t(`step.${opened.source.kind === 'INTENT' ? 'CHECKOUT' : opened.source.kind}`)}
    </Button>
  );
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
