import { Button, Center, Loader, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../icon';
import type { IconName } from '../icon';
import classes from './page.module.css';

interface MessageProps {
  /** The message is the whole page, so its title is the page's heading. */
  wholePage?: boolean;
  icon?: IconName;
  title: string;
  hint?: string | undefined;
  children?: ReactNode;
}

/** A place with nothing in it says what would be here and what to do next. */
export function EmptyMessage({ wholePage = false, icon = 'empty', title, hint, children }: MessageProps) {
  return (
    <Stack align="center" gap={6} className={classes.empty}>
      <span className={classes.emptyIcon}>
        <Icon name={icon} size={30} />
      </span>
      <Text fw={600} component={wholePage ? 'h1' : 'p'} m={0}>
        {title}
      </Text>
      {hint !== undefined && (
        <Text c="dimmed" size="sm" ta="center" maw={440}>
          {hint}
        </Text>
      )}
      {children}
    </Stack>
  );
}

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

export function ForbiddenPage() {
  const { t } = useTranslation();
  return (
    <EmptyMessage wholePage icon="verify" title={t('state.forbidden')} hint={t('state.forbiddenHint')}>
      <Button component={Link} to="/" mt="md" variant="default">
        {t('state.home')}
      </Button>
    </EmptyMessage>
  );
}

export function PageLoader() {
  const { t } = useTranslation();
  return (
    <Center mih={240} role="status" aria-label={t('state.loading')}>
      <Loader size="sm" />
    </Center>
  );
}

export function DetailSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack role="status" aria-label={t('state.loading')}>
      <Skeleton h={34} w="40%" />
      <Skeleton h={120} />
      <Skeleton h={240} />
    </Stack>
  );
}
