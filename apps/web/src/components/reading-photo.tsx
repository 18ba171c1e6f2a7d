import { Anchor, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getReadingPhoto } from '@tirtapay/api-client';
import type { ReadingResponse } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { answerOf, AS_FILE } from '../lib/api';
import { formatPeriod } from '../lib/format';
import { useObjectUrl } from '../lib/use-object-url';
import { ProblemPanel } from './page/problem-panel';

/** The photo of a reading beside its numbers; opened alone it can be enlarged. Nothing when there is none. */
export function ReadingPhoto({ reading }: { reading: ReadingResponse }) {
  const { t } = useTranslation('readings');
  const query = useQuery({
    queryKey: ['reading-photo', reading.id, reading.version],
    queryFn: ({ signal }) =>
      answerOf(getReadingPhoto({ path: { id: reading.id }, signal, ...AS_FILE })) as Promise<Blob>,
    enabled: reading.has_photo,
  });
  const url = useObjectUrl(query.data);
  if (!reading.has_photo) return null;
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (url === undefined) return <Skeleton height={180} />;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" display="block">
      <img
        src={url}
        alt={t('photo.of', { name: reading.customer.name, period: formatPeriod(reading.period) })}
        style={{ display: 'block', maxWidth: '100%', maxHeight: 320, borderRadius: 8 }}
      />
    </Anchor>
  );
}
