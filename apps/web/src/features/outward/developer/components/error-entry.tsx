import { ActionIcon, Badge, Text } from '@mantine/core';
import type { ErrorEntryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { currentLanguage } from '../../../../i18n';
import classes from './developer.module.css';

/** One code: what happened, why, what to do, and whether the same request may be sent again. */
export function ErrorEntry({ entry }: { entry: ErrorEntryDto }) {
  const { t } = useTranslation('developer');
  const language = currentLanguage();
  return (
    <li id={entry.code} className={classes.entry}>
      <div className={classes.entryHead}>
        <Text component="h2" fw={650} size="md" m={0} className={classes.code}>
          <code>{entry.code}</code>
        </Text>
        <ActionIcon
          component="a"
          href={`#${entry.code}`}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('catalogue.link', { code: entry.code })}
        >
          <Icon name="link" size={14} />
        </ActionIcon>
        <Badge variant="default" radius="sm" tt="none">
          {t('catalogue.status', { status: entry.status })}
        </Badge>
        <Badge
          variant="light"
          radius="sm"
          tt="none"
          color={entry.safe_to_retry ? 'teal' : 'gray'}
          className={entry.safe_to_retry ? 'status-good' : 'status-calm'}
          leftSection={<Icon name={entry.safe_to_retry ? 'check' : 'close'} size={12} />}
        >
          {t(entry.safe_to_retry ? 'catalogue.retryYes' : 'catalogue.retryNo')}
        </Badge>
        <Text size="xs" c="dimmed">
          {entry.audience.map((name) => t(`catalogue.audiences.${name}`)).join(', ')}
        </Text>
      </div>
      <Text fw={600} size="sm">
        {entry.title[language]}
      </Text>
      <Text size="sm">
        <strong>{t('catalogue.cause')}:</strong> {entry.cause[language]}
      </Text>
      <Text size="sm">
        <strong>{t('catalogue.fix')}:</strong> {entry.fix[language]}
      </Text>
    </li>
  );
}
