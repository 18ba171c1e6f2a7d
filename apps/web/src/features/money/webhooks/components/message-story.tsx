import { Alert, Code, Stack, Text } from '@mantine/core';
import type { WebhookMessageDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { currentLanguage } from '../../../../i18n';
import { formatMomentExact } from '../../../../lib/format';
import { useErrorEntry } from '../api/webhooks-api';
import { outcomeText } from './outcome-text';

const COLOURS: Record<WebhookMessageDto['state'], string> = {
  NEW: 'water',
  PROCESSED: 'teal',
  PARKED: 'yellow',
  DEAD: 'red',
};

/** What a person asked for is no reason. */
const RETRIED = 'retried';

function Reason({ error }: { error: string }) {
  const { t } = useTranslation('webhooks');
  const entry = useErrorEntry(error).data;
  const language = currentLanguage();
  return (
    <Text size="sm">
      {t('story.lastError')}{' '}
      {entry ? (
        <>
          {entry.cause[language]} {entry.fix[language]} <Code>{error}</Code>
        </>
      ) : (
        <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{error}</Code>
      )}
    </Text>
  );
}

/** What became of a notification, and what happens next. */
export function MessageStory({ message }: { message: WebhookMessageDto }) {
  const { t } = useTranslation('webhooks');
  const { state, outcome, attempts, next_attempt_at: next, last_error: error } = message;
  return (
    <Alert
      color={COLOURS[state]}
      variant="light"
      icon={<Icon name={state === 'PROCESSED' ? 'check' : state === 'NEW' ? 'history' : 'warning'} />}
      title={t(`story.${state}.title`)}
    >
      <Stack gap={6}>
        <Text size="sm">
          {state === 'PROCESSED' ? outcomeText(t, outcome) : t(`story.${state}.body`, { count: attempts })}
        </Text>
        {error !== null && error !== RETRIED && <Reason error={error} />}
        {next !== null && <Text size="sm">{t('story.next', { at: formatMomentExact(next) })}</Text>}
      </Stack>
    </Alert>
  );
}
