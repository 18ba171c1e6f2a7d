import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './frame.module.css';

/** While a page or its figures are on their way: the shape of a page, never a blank screen. */
export function PageWait() {
  return (
    <main id="isi" className={classes.main}>
      <CardsWait />
    </main>
  );
}

export function CardsWait() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('state.loading')} className={classes.wait}>
      <Skeleton height={32} width="60%" radius="md" />
      <Skeleton height={120} radius="lg" />
      <Skeleton height={220} radius="lg" />
    </div>
  );
}
