import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';

/** A secret was made and nobody has taken it yet. */
export function SecretPending({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation('credentials');
  return (
    <Alert color="teal" variant="light" icon={<Icon name="key" />} title={t('reveal.pending')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('reveal.pendingBody')}</Text>
        <Button size="xs" onClick={onShow}>
          {t('reveal.show')}
        </Button>
      </Stack>
    </Alert>
  );
}
