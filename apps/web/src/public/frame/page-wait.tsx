import { useTranslation } from 'react-i18next';
import classes from './frame.module.css';
import { Skeleton } from '../pieces/waiting';

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
      <Skeleton height={32} width="60%" />
      <Skeleton height={120} />
      <Skeleton height={220} />
    </div>
  );
}
