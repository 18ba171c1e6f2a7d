import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Stack align="center" py={80} gap="xs">
      <Title order={1} size="h2">
        {t('state.notFound')}
      </Title>
      <Text c="dimmed">{t('state.notFoundHint')}</Text>
      <Button component={Link} to="/" mt="md">
        {t('state.home')}
      </Button>
    </Stack>
  );
}
