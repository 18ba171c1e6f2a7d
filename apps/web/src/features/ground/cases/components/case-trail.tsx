import { Anchor, Text, Timeline } from '@mantine/core';
import type { CaseDetailDto } from '@tirtapay/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { formatMoment, formatMoney } from '../../../../lib/format';

interface Step {
  key: string;
  at: string;
  title: string;
  body?: ReactNode;
}

function Receipt({ id, number }: { id: number; number: string | null }) {
  return (
    <Anchor component={Link} size="sm" to={`/payments/${String(id)}`}>
      {number ?? id}
    </Anchor>
  );
}

/** From the money that came in to the last decision. */
export function CaseTrail({ opened }: { opened: CaseDetailDto }) {
  const { t } = useTranslation('cases');
  const steps: Step[] = [
    ...opened.movements.map((movement, index) => ({
      key: `movement-${String(index)}`,
      at: movement.at,
      title: t(`trail.${movement.amount > 0 ? 'in' : 'out'}`, {
        amount: formatMoney(Math.abs(movement.amount)),
      }),
      body: (
        <>
          {t(`reason.${movement.reason}` as 'reason.payment.held', { defaultValue: movement.reason })}
          {movement.payment_id !== null && (
            <>
              {' · '}
              <Receipt id={movement.payment_id} number={movement.receipt_number} />
            </>
          )}
        </>
      ),
    })),
    { key: 'opened', at: opened.opened_at, title: t('trail.opened') },
    ...(opened.resolved_at === null
      ? []
      : [
          {
            key: 'resolved',
            at: opened.resolved_at,
            title: t(`decided.${opened.resolution ?? ''}` as 'decided.APPLY', {
              defaultValue: t('decided.settled'),
            }),
            body: [opened.resolved_by ?? t('trail.bySystem'), opened.note]
              .filter((part) => part !== null)
              .join(' · '),
          },
        ]),
  ];
  // Stable: money that came in the second the case was opened stands before it.
  steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <Timeline bulletSize={14} lineWidth={2} active={steps.length}>
      {steps.map((step) => (
        <Timeline.Item key={step.key} title={step.title}>
          {step.body !== undefined && <Text size="sm">{step.body}</Text>}
          <Text size="xs" c="dimmed">
            {formatMoment(step.at)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
