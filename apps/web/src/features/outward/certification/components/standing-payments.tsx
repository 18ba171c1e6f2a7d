import { Anchor, List, Text } from '@mantine/core';
import type { StandingPaymentsDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { formatMoment, formatMoney } from '../../../../lib/format';

/** Payments of certifications that nobody has taken back, each with the way to where that is asked for. */
export function StandingPayments({ standing }: { standing: StandingPaymentsDto }) {
  const { t } = useTranslation('certification');
  const beyond = standing.count - standing.payments.length;
  return (
    <>
      <List size="sm">
        {standing.payments.map((payment) => (
          <List.Item key={payment.id}>
            <Anchor component={Link} size="sm" to={`/payments/${String(payment.id)}`}>
              {payment.receipt_number}
            </Anchor>
            {` · ${formatMoney(payment.amount)} · ${payment.bank_reference} · ${formatMoment(payment.posted_at)}`}
            {payment.certification_id !== null && ` · ${t('run', { id: payment.certification_id })}`}
          </List.Item>
        ))}
      </List>
      {beyond > 0 && <Text size="sm">{t('standing.beyond', { count: beyond })}</Text>}
    </>
  );
}
