import { Container, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The pages without a log-in. */
export function PublicPages() {
  const { t } = useTranslation('public');
  return (
    <Container size="sm" py="xl" component="main">
      <Title order={1}>{t('title')}</Title>
    </Container>
  );
}
