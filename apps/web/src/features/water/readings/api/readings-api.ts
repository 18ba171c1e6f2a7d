import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { previewReading, recordReading as record, verifyReadings } from '@tirtapay/api-client';
import type { PreviewReadingBody, RecordReadingBody, VerifyBatchDto } from '@tirtapay/api-client';
import { getReadingContextOptions, getReadingOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { BATCH_SEVERITIES } from '@tirtapay/domain';
import { answerOf } from '../../../../lib/api';

/** What is typed at a meter: what the preview prices and what is then recorded. */
export type StandEntry = Required<Omit<PreviewReadingBody, 'current_stand'>> &
  Pick<PreviewReadingBody, 'current_stand'>;

export const useReading = (id: number) => useQuery(getReadingOptions({ path: { id } }));

/** Of a customer, or of whoever has this meter. */
export const useReadingContext = (
  whose: { readonly customer: string | null } | { readonly meter: string },
  period: string | null,
) =>
  useQuery({
    ...getReadingContextOptions({
      query:
        'meter' in whose
          ? { meter: whose.meter, period: period ?? '' }
          : { customer_number: whose.customer ?? '', period: period ?? '' },
    }),
    enabled: period !== null && ('meter' in whose || whose.customer !== null),
  });

/** The price of what is being typed, asked from the server so that the screen and the bill never differ. */
export const useReadingPreview = (entry: StandEntry | null) =>
  useQuery({
    queryKey: ['reading-preview', entry],
    queryFn: ({ signal }) =>
      answerOf(
        previewReading({ body: entry ?? { customer_number: '', period: '' }, signal, throwOnError: true }),
      ),
    enabled: entry !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });

export const recordReading = (body: RecordReadingBody, signal?: AbortSignal) =>
  answerOf(record({ body, ...(signal !== undefined && { signal }), throwOnError: true }));

const ofSelection = (ids: readonly number[]) => ({ ids: [...ids], severities: [...BATCH_SEVERITIES] });

export const verifySelected = (ids: readonly number[]) =>
  answerOf(verifyReadings({ body: { ...ofSelection(ids), dry_run: false }, throwOnError: true }));

/** The same rule as the verification itself, without deciding anything: a dry run is never a run that goes on. */
export const useVerifiable = (ids: readonly number[], enabled: boolean) =>
  useQuery({
    queryKey: ['verify-selected', ids],
    queryFn: ({ signal }) =>
      answerOf(
        verifyReadings({ body: { ...ofSelection(ids), dry_run: true }, signal, throwOnError: true }),
      ) as Promise<VerifyBatchDto>,
    enabled,
    staleTime: 0,
  });
