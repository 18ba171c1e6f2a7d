import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PageMeta } from '@tirtapay/contracts';
import { countedRows } from './counted-rows';
import type { ListState } from './use-list-state';

interface ListAnnouncerProps {
  title: string;
  counted: PageMeta | undefined;
  list: Pick<ListState, 'page' | 'pageSize' | 'place'>;
}

/** Says the count aloud whenever the list changed under a screen reader. */
export function ListAnnouncer({ title, counted, list }: ListAnnouncerProps) {
  const { t } = useTranslation();
  const { page, pageSize, place } = list;
  const known = place === null && counted?.total_capped !== true;
  return (
    <VisuallyHidden role="status">
      {counted === undefined
        ? t('state.loading')
        : t(
            known ? 'list.announce' : place !== null && page === 1 ? 'list.announceEnd' : 'list.announcePage',
            {
              title,
              total: countedRows(counted),
              page,
              pages: Math.max(1, Math.ceil(counted.total / pageSize)),
            },
          )}
    </VisuallyHidden>
  );
}
