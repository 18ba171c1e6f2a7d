import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PageMeta } from '@tirtapay/contracts';
import { countedRows } from './counted-rows';

interface ListAnnouncerProps {
  title: string;
  counted: PageMeta | undefined;
  page: number;
  pageSize: number;
}

/** Says the count aloud whenever the list changed under a screen reader. */
export function ListAnnouncer({ title, counted, page, pageSize }: ListAnnouncerProps) {
  const { t } = useTranslation();
  return (
    <VisuallyHidden role="status">
      {counted === undefined
        ? t('state.loading')
        : t('list.announce', {
            title,
            total: countedRows(counted),
            page,
            pages: Math.max(1, Math.ceil(counted.total / pageSize)),
          })}
    </VisuallyHidden>
  );
}
