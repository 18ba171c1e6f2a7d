import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { decideReading, exportReadings, verifyReadings } from '@tirtapay/api-client';
import type {
  DecideReadingBody,
  ListReadingsData,
  ReadingDto,
  VerifyBatchBody,
  VerifyBatchDto,
  VerifyBatchRunDto,
} from '@tirtapay/api-client';
import {
  getReadingContextOptions,
  getReadingSummaryOptions,
  getVerifyBatchOptions,
  listReadingsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

type QueueQuery = NonNullable<ListReadingsData['query']>;

export const useQueue = (query: QueueQuery | null) =>
  useQuery({
    ...listReadingsOptions({ query: { ...query, status: 'RECORDED' } }),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });

export const exportQueue = ({ page: _page, page_size: _size, ...query }: QueueQuery) =>
  saveExport(exportReadings({ query: { ...query, status: 'RECORDED' }, ...AS_FILE }), 'catatan-meter.csv');

export const useReadingSummary = (period: string | null) =>
  useQuery({ ...getReadingSummaryOptions({ query: { period: period ?? '' } }), enabled: period !== null });

export const useUsageHistory = (customerNumber: string, period: string) =>
  useQuery({
    ...getReadingContextOptions({ query: { customer_number: customerNumber, period } }),
    select: (context) => context.history,
  });

export const decide = ({ reading, ...body }: Omit<DecideReadingBody, 'version'> & { reading: ReadingDto }) =>
  answerOf(
    decideReading({
      path: { id: reading.id },
      body: { ...body, version: reading.version },
      throwOnError: true,
    }),
  );

export type BatchScope = Omit<VerifyBatchBody, 'dry_run' | 'ids'>;

/** What was decided, or the run that decides what is too much for one answer. */
export const verifyBatch = (scope: BatchScope): Promise<VerifyBatchDto | VerifyBatchRunDto> =>
  answerOf(verifyReadings({ body: { ...scope, dry_run: false }, throwOnError: true }));

const isOver = (run: VerifyBatchRunDto | undefined) => run?.status === 'SUCCESS' || run?.status === 'FAILED';

/** A run, looked at until it is over. */
export const useBatchRun = (id: number | null) =>
  useQuery({
    ...getVerifyBatchOptions({ path: { id: id ?? 0 } }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 1_000),
  });

/** The same rule as the batch itself, without deciding anything. */
export const useBatchCount = (scope: BatchScope, enabled: boolean) =>
  useQuery({
    queryKey: ['verify-batch', scope],
    queryFn: ({ signal }) =>
      answerOf(
        verifyReadings({ body: { ...scope, dry_run: true }, signal, throwOnError: true }),
      ) as Promise<VerifyBatchDto>,
    enabled,
    staleTime: 0,
  });
