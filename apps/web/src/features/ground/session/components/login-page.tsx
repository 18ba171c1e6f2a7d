import { Anchor, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation } from 'react-router-dom';
import { mustVisitAccount, useSession } from '../../../../lib/session';
import classes from './login-page.module.css';
import { LoginForm } from './login-form';

/** After the log-in: back to where the person wanted to go, else to the first page of their role. */
export function LoginPage() {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const session = useSession();
  const { state } = useLocation() as { state: { from?: string } | null };
  useEffect(() => {
    document.title = `${t('title')} – ${common('product')}`;
  }, [t, common]);
  if (session.status === 'active') {
    const { user } = session;
    return <Navigate to={mustVisitAccount(user) ? '/account' : (state?.from ?? '/')} replace />;
  }
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <img src="/favicon.svg" alt="" width={44} height={44} />
        <Title order={1} size="h2">
          {common('product')}
        </Title>
        <Text c="dimmed" size="sm" mb="lg">
          {t('subtitle')}
        </Text>
        <LoginForm onSignedIn={() => undefined} />
        <Anchor component={Link} to="/activate" size="sm" mt="lg" display="block">
          {t('activate.link')}
        </Anchor>
        <Anchor href="/" size="sm" mt="xs" display="inline-block">
          {t('publicLink')}
        </Anchor>
      </div>
    </main>
  );
}
