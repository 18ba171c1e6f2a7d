import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getReadingPhoto } from '@tirtapay/api-client';
import type { ReadingDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { answerOf, AS_FILE } from '../lib/api';
import { formatPeriod } from '../lib/format';
import { ProblemPanel } from './page/problem-panel';
import { Photo } from './photo';

/** The photo of a reading beside its numbers. Nothing when there is none. */
export function ReadingPhoto({ reading }: { reading: ReadingDto }) {
  const { t } = useTranslation('readings');
  const query = useQuery({
    queryKey: ['reading-photo', reading.id, reading.version],
    queryFn: ({ signal }) =>
      answerOf(getReadingPhoto({ path: { id: reading.id }, signal, ...AS_FILE })) as Promise<Blob>,
    enabled: reading.has_photo,
  });
  if (!reading.has_photo) return null;
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={180} />;
  return (
    <Photo
      content={query.data}
      alt={t('photo.of', { name: reading.customer.name, period: formatPeriod(reading.period) })}
      maxHeight={420}
    />
  );
}
