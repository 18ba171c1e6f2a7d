import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Photo } from '../../components/photo';
import { ApiProblem, problemFrom } from '../../lib/api-problem';
import { formatPeriod } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';
import classes from './history.module.css';

interface MeterPhotoProps {
  /** Of the inquiry, and the proof that the digits were right. */
  token: string;
  proof: string;
  period: string;
}

/** As bytes with the proof in a header: an address that shows a photo to whoever has it would end up in a chat. */
async function photoOf({ token, proof, period }: MeterPhotoProps, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(
    `/api/v1/public/inquiries/${encodeURIComponent(token)}/history/photos/${period}`,
    { signal, headers: { 'X-History-Token': proof }, credentials: 'omit' },
  );
  if (!response.ok) throw problemFrom(response, await response.json().catch(() => undefined));
  return response.blob();
}

/** What the meter showed when it was read. */
export function MeterPhoto(props: MeterPhotoProps) {
  const { t } = useTranslation('public-history');
  const { token, proof, period } = props;
  const query = useQuery({
    queryKey: ['history', token, proof, 'photo', period],
    queryFn: ({ signal }) => photoOf(props, signal),
    staleTime: Infinity,
  });
  if (query.isError && query.data === undefined) {
    const lost = query.error instanceof ApiProblem && query.error.code === 'photo.lost';
    return <p role="alert">{t(lost ? 'photo.lost' : 'photo.failed')}</p>;
  }
  if (!query.data) return <p className={pieces.dim}>{t('photo.loading')}</p>;
  return (
    <Photo
      className={classes.photo}
      content={query.data}
      alt={t('photo.of', { period: formatPeriod(period) })}
    />
  );
}
