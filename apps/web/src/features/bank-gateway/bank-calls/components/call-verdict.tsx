import { Alert, Stack, Text } from '@mantine/core';
import type { BankCallDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { currentLanguage } from '../../../../i18n';
import { useErrorEntry } from '../api/bank-calls-api';
import { verdictOf } from './verdict';

interface Words {
  title: string;
  body: string;
  /** What the bank should do now. */
  advice?: string | undefined;
  good?: boolean;
}

function useWords(call: BankCallDetailDto): Words {
  const { t } = useTranslation('bank-calls');
  const verdict = verdictOf(call);
  const entry = useErrorEntry(verdict.kind === 'OURS' ? verdict.code : null).data;
  switch (verdict.kind) {
    case 'DONE':
    case 'REPLAYED':
    case 'ACCEPTED':
      return { title: t(`ended.${verdict.kind}.title`), body: t(`ended.${verdict.kind}.body`), good: true };
    case 'SNAP':
      return {
        title: t(`snap.${verdict.word}.title`),
        body: t(`snap.${verdict.word}.body`),
        advice: t(`snap.${verdict.word}.advice`),
        good: verdict.word === '40418',
      };
    case 'OURS': {
      if (!entry) return { title: t('ended.refused'), body: verdict.code };
      const language = currentLanguage();
      const again = t(entry.safe_to_retry ? 'verdict.mayRetry' : 'verdict.noRetry');
      return {
        title: entry.title[language],
        body: entry.cause[language],
        advice: `${entry.fix[language]} ${again}`,
      };
    }
    case 'OTHER':
      return {
        title: t('ended.refused'),
        body: t(verdict.who === 'us' ? 'verdict.ourFault' : 'verdict.bankFault'),
      };
  }
}

/** The answer in words: what was wrong, and what the bank should do about it. */
export function CallVerdict({ call }: { call: BankCallDetailDto }) {
  const { t } = useTranslation('bank-calls');
  const { title, body, advice, good } = useWords(call);
  const color = good === true ? 'teal' : call.http_status >= 500 ? 'red' : 'yellow';
  return (
    <Alert
      color={color}
      variant="light"
      icon={<Icon name={good === true ? 'check' : 'warning'} />}
      title={title}
    >
      <Stack gap={6}>
        <Text size="sm">{body}</Text>
        {advice !== undefined && (
          <Text size="sm">
            <Text span fw={600} size="sm">
              {t('verdict.advice')}
            </Text>{' '}
            {advice}
          </Text>
        )}
        {call.string_to_sign !== null && (
          <Text size="xs" c="dimmed">
            {t('verdict.signed')}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
