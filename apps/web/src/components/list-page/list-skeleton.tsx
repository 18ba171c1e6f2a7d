import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './list-page.module.css';

/** The shape of the table while its first page is on the way. */
export function ListSkeleton({ columns }: { columns: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('state.loading')} className={classes.skeleton}>
      {Array.from({ length: 9 }, (_, row) => (
        <div key={row} className={classes.skeletonRow}>
          {Array.from({ length: Math.min(columns, 6) }, (__, cell) => (
            <Skeleton key={cell} h={14} w={cell === 1 ? '80%' : '55%'} />
          ))}
        </div>
      ))}
    </div>
  );
}
