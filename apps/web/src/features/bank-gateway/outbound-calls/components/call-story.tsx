import { Alert, Code, Stack, Text } from '@mantine/core';
import type { OutboundCallDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { formatMomentExact } from '../../../../lib/format';

const COLOURS: Record<OutboundCallDetailDto['state'], string> = {
  PENDING: 'water',
  DONE: 'teal',
  FAILED: 'red',
  UNKNOWN: 'yellow',
};

/** A question whose answer never came: nothing hangs on it. */
const ABANDONED = 'abandoned';

/** What became of a call of ours, and what happens next. */
export function CallStory({ call }: { call: OutboundCallDetailDto }) {
  const { t } = useTranslation('outbound-calls');
  const { state, error, checks, next_check_at: next } = call;
  return (
    <Alert
      color={COLOURS[state]}
      variant="light"
      icon={<Icon name={state === 'DONE' ? 'check' : state === 'PENDING' ? 'history' : 'warning'} />}
      title={t(`story.${state}.title`)}
    >
      <Stack gap={6}>
        <Text size="sm">
          {state === 'DONE' && error !== null ? t('story.settled') : t(`story.${state}.body`)}
        </Text>
        {error !== null && (
          <Text size="sm">
            {t('story.error')}{' '}
            {error === ABANDONED ? (
              t('story.abandoned')
            ) : (
              <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{error}</Code>
            )}
          </Text>
        )}
        {checks > 0 && <Text size="sm">{t('story.checked', { count: checks })}</Text>}
        {next !== null && <Text size="sm">{t('story.next', { at: formatMomentExact(next) })}</Text>}
      </Stack>
    </Alert>
  );
}
