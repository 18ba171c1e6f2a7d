import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiProblem, OFFLINE } from '../../lib/api-problem';
import { changedMeanwhile } from '../../lib/changed-meanwhile';
import { namedFieldText } from '../../lib/field-words';
import { Icon } from '../icon';
import { useWait } from './use-wait';

interface ProblemPanelProps {
  error: unknown;
  onRetry?: () => void;
}

/** Why something failed, in words, with the code and request number that support asks for, and the next step. */
export function ProblemPanel({ error, onRetry }: ProblemPanelProps) {
  const { t } = useTranslation();
  const wait = useWait();
  const problem = error instanceof ApiProblem ? error : undefined;
  const offline = problem?.code === OFFLINE;
  const changed = problem === undefined ? undefined : changedMeanwhile(problem);
  const title = offline ? t('problem.offline') : problem?.title || t('problem.title');
  return (
    <Alert color="red" variant="light" radius="md" icon={<Icon name="warning" />} title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        {problem?.detail !== undefined && problem.detail !== title && <Text size="sm">{problem.detail}</Text>}
        {problem?.fieldErrors
          .filter(({ message }) => message === '' || message !== problem.detail)
          .map((field) => (
            <Text size="sm" key={field.pointer + field.code}>
              {namedFieldText(field)}
            </Text>
          ))}
        {changed !== undefined && <Text size="sm">{t('problem.changedFields', { fields: changed })}</Text>}
        {offline && <Text size="sm">{t('problem.offlineHint')}</Text>}
        {(problem === undefined || problem.status >= 500) && !offline && (
          <Text size="sm">{t('problem.serverHint')}</Text>
        )}
        {problem?.retryAfter !== undefined && (
          <Text size="sm">{t('problem.retryAfter', { wait: wait(problem.retryAfter) })}</Text>
        )}
        {problem && !offline && (
          <Text size="xs" c="dimmed">
            {t('problem.code')} <Code>{problem.code}</Code>
            {problem.requestId !== undefined && (
              <>
                {' · '}
                {t('problem.requestId')} <Code>{problem.requestId}</Code>
              </>
            )}
          </Text>
        )}
        {onRetry && (
          <Group>
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('action.retry')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
