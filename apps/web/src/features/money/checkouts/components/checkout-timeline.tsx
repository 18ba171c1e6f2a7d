import { Text, Timeline } from '@mantine/core';
import type { CheckoutEventDto } from '@tirtapay/api-client';
import { CODE_NAMES, type Language } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { statusText } from '../../../../components/status-badge';
import { formatMoment } from '../../../../lib/format';

/** What an event is about and how it ended, as the pages of calls, notifications and cases say it. */
function useEventWords() {
  const { t } = useTranslation('checkouts');
  const { t: common, i18n } = useTranslation();
  const named = (names: Readonly<Record<string, Readonly<Record<Language, string>>>>, code: string) =>
    names[code]?.[i18n.language as Language] ?? code;
  const subject = ({ kind, subject: about }: CheckoutEventDto) => {
    if (about === null) return null;
    switch (kind) {
      case 'CLOSED':
        return t(`reason.${about}` as 'reason.EXPIRED', { defaultValue: about });
      case 'BANK_ASKED':
        return t(`service.${about}` as 'service.47', { defaultValue: about });
      case 'BANK_TOLD':
        return named(CODE_NAMES.webhookSource, about);
      case 'CASE':
        return named(CODE_NAMES.caseKind, about);
      default:
        return about;
    }
  };
  const outcome = ({ kind, outcome: end }: CheckoutEventDto) => {
    if (end === null) return null;
    if (kind === 'BANK_TOLD') return statusText(common, 'webhook', end);
    if (kind === 'CASE') return statusText(common, 'case', end);
    // The code the bank answered with, or that it has not answered.
    return kind === 'BANK_ASKED' && /^[A-Z]/.test(end) ? statusText(common, 'outboundCall', end) : end;
  };
  return (event: CheckoutEventDto) =>
    [subject(event), outcome(event)].filter((part) => part !== null).join(' → ');
}

export function CheckoutTimeline({ events }: { events: readonly CheckoutEventDto[] }) {
  const { t } = useTranslation('checkouts');
  const words = useEventWords();
  return (
    <Timeline bulletSize={14} lineWidth={2} active={events.length}>
      {events.map((event, index) => (
        <Timeline.Item key={index} title={t(`event.${event.kind}`)}>
          {words(event) !== '' && <Text size="sm">{words(event)}</Text>}
          {event.note !== null && <Text size="sm">“{event.note}”</Text>}
          <Text size="xs" c="dimmed">
            {[event.actor, formatMoment(event.at)].filter((part) => part !== null).join(' · ')}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
