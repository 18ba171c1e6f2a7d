import { Stack, Text } from '@mantine/core';
import type { DayDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../../components/page/panel';
import { formatMoment, formatMoney } from '../../../../lib/format';
import { useItemWords } from './item-words';

/** Decisions of a day that two people took back, with both reasons and all four people. */
export function Withdrawals({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(day.statement);
  if (day.withdrawals.length === 0) return null;
  return (
    <Panel title={t('withdrawn.title')}>
      <Stack gap="sm">
        {day.withdrawals.map((one) => (
          <div key={one.id}>
            <Text size="sm" fw={600}>
              {words.type(one.type)}: {words.action(one.action)}
              {one.claimed !== 0 && ` (${formatMoney(one.claimed)})`}
            </Text>
            <Text size="xs" c="dimmed">
              {t('withdrawn.decided', { made: one.made_by, decided: one.decided_by, note: one.note ?? '—' })}
            </Text>
            <Text size="xs" c="dimmed">
              {t('withdrawn.back', {
                made: one.withdrawn_by,
                agreed: one.agreed_by,
                at: formatMoment(one.withdrawn_at),
                reason: one.reason,
              })}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
