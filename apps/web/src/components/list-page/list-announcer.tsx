import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';

interface ListAnnouncerProps {
  title: string;
  total: number | undefined;
  page: number;
  pageSize: number;
}

/** Says the count aloud whenever the list changed under a screen reader. */
export function ListAnnouncer({ title, total, page, pageSize }: ListAnnouncerProps) {
  const { t } = useTranslation();
  return (
    <VisuallyHidden role="status">
      {total === undefined
        ? t('state.loading')
        : t('list.announce', {
            title,
            total: formatNumber(total),
            page,
            pages: Math.max(1, Math.ceil(total / pageSize)),
          })}
    </VisuallyHidden>
  );
}
