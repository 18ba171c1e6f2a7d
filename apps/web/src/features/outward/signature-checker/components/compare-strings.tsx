import { Alert, Group, Stack, Text } from '@mantine/core';
import type { SignatureCheckDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../components/copy-button';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import classes from './checker.module.css';
import { columnOf } from './shown-text';
import { StringPane } from './string-pane';

interface CompareStringsProps {
  check: SignatureCheckDto;
  /** What the bank says it signed; empty when nobody said. */
  theirs: string;
}

function Finding({ check, theirs }: CompareStringsProps) {
  const { t } = useTranslation('signature-checker');
  const difference = check.first_difference;
  if (theirs === '')
    return (
      <Text size="sm" c="dimmed">
        {t('compare.paste')}
      </Text>
    );
  if (difference === null)
    return (
      <Alert color="teal" variant="light" icon={<Icon name="check" />}>
        {t('compare.same')}
      </Alert>
    );
  return (
    <Alert color="red" variant="light" icon={<Icon name="warning" />} title={t('compare.title')}>
      {t('compare.where', {
        line: difference.line,
        column: columnOf(check.our_string_to_sign, difference.position),
        position: difference.position + 1,
      })}
    </Alert>
  );
}

/** Our string to sign beside the bank's. */
export function CompareStrings({ check, theirs }: CompareStringsProps) {
  const { t } = useTranslation('signature-checker');
  const ours = check.our_string_to_sign;
  const position = check.first_difference?.position ?? null;
  return (
    <Panel
      title={t('compare.panel')}
      action={ours !== '' && <CopyButton value={ours} what={t('compare.ours')} />}
    >
      <Stack gap="sm">
        {ours === '' ? (
          <Text size="sm">{t('compare.none')}</Text>
        ) : (
          <>
            <Finding check={check} theirs={theirs} />
            <div className={theirs === '' ? undefined : classes.pair}>
              <StringPane label={t('compare.ours')} text={ours} position={position} />
              {theirs !== '' && <StringPane label={t('compare.theirs')} text={theirs} position={position} />}
            </div>
            <Group gap="md">
              <Text size="xs" c="dimmed">
                {t('compare.legend')}
              </Text>
            </Group>
          </>
        )}
      </Stack>
    </Panel>
  );
}
