import { Alert, Button, Code, Group, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../components/copy-button';
import { Icon } from '../../../../components/icon';

/** Seen this once: the server keeps only their hashes. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('session');
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('twoStep.codesTitle')}>
      <Text size="sm" mb="sm">
        {t('twoStep.codesHint')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mb="sm" data-testid="recovery-codes">
        {codes.map((code) => (
          <Code key={code} fz="md">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group>
        <CopyButton value={codes.join('\n')} what={t('twoStep.codesTitle')} />
        <Button onClick={onKept}>{t('twoStep.codesKept')}</Button>
      </Group>
    </Alert>
  );
}
