import { Text, Timeline } from '@mantine/core';
import type { CheckoutEventDto } from '@tirtapay/api-client';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../../lib/format';

/** What the event is about, in words where there are some. */
function subjectText(t: TFunction<'checkouts'>, { kind, subject }: CheckoutEventDto): string | null {
  if (subject === null) return null;
  if (kind === 'CLOSED') return t(`reason.${subject}` as 'reason.EXPIRED', { defaultValue: subject });
  if (kind === 'BANK_ASKED') return t(`service.${subject}` as 'service.47', { defaultValue: subject });
  return subject;
}

export function CheckoutTimeline({ events }: { events: readonly CheckoutEventDto[] }) {
  const { t } = useTranslation('checkouts');
  return (
    <Timeline bulletSize={14} lineWidth={2} active={events.length}>
      {events.map((event, index) => (
        <Timeline.Item key={index} title={t(`event.${event.kind}`)}>
          {[subjectText(t, event), event.outcome].some((part) => part !== null) && (
            <Text size="sm">
              {[subjectText(t, event), event.outcome].filter((part) => part !== null).join(' → ')}
            </Text>
          )}
          {event.note !== null && <Text size="sm">“{event.note}”</Text>}
          <Text size="xs" c="dimmed">
            {[event.actor, formatMoment(event.at)].filter((part) => part !== null).join(' · ')}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
