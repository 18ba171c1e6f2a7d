import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  exportReadings as exportAll,
  previewReading,
  recordReading as record,
  storeReadingPhoto,
} from '@tirtapay/api-client';
import type { ListReadingsData, PreviewReadingBody, RecordReadingBody } from '@tirtapay/api-client';
import {
  getReadingContextOptions,
  getReadingOptions,
  listReadingsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

type ReadingsQuery = NonNullable<ListReadingsData['query']>;

/** What is typed at a meter: what the preview prices and what is then recorded. */
export type StandEntry = Required<Omit<PreviewReadingBody, 'current_stand'>> &
  Pick<PreviewReadingBody, 'current_stand'>;

export const useReadings = (query: ReadingsQuery) =>
  useQuery({ ...listReadingsOptions({ query }), placeholderData: keepPreviousData });

export const exportReadings = ({ page: _page, page_size: _size, ...query }: ReadingsQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'catatan-meter.csv');

export const useReading = (id: number) => useQuery(getReadingOptions({ path: { id } }));

export const useReadingContext = (customerNumber: string | null, period: string | null) =>
  useQuery({
    ...getReadingContextOptions({ query: { customer_number: customerNumber ?? '', period: period ?? '' } }),
    enabled: customerNumber !== null && period !== null,
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

export const recordReading = (body: RecordReadingBody) => answerOf(record({ body, throwOnError: true }));

export const storePhoto = (id: number, photo: Blob) =>
  answerOf(storeReadingPhoto({ path: { id }, body: photo, throwOnError: true }));
