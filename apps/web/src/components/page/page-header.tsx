import { Anchor, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../icon';
import classes from './page.module.css';

interface PageHeaderProps {
  title: string;
  /** What stands beside the title, for instance the state of the thing. */
  badge?: ReactNode;
  hint?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
}

export function PageHeader({ title, badge, hint, back, actions }: PageHeaderProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} – ${t('product')}`;
  }, [title, t]);
  return (
    <header className={classes.header}>
      <div className={classes.headerText}>
        {back && (
          <Anchor component={Link} to={back.to} size="sm" className={classes.back}>
            <Icon name="left" size={14} />
            {back.label}
          </Anchor>
        )}
        <Group gap="sm">
          <Title order={1} size="h2">
            {title}
          </Title>
          {badge}
        </Group>
        {hint !== undefined && (
          <Text c="dimmed" size="sm" component="div">
            {hint}
          </Text>
        )}
      </div>
      {actions !== undefined && (
        <Group gap="xs" className={classes.actions}>
          {actions}
        </Group>
      )}
    </header>
  );
}
