import { useQuery } from '@tanstack/react-query';
import { orderReadingRound, printMeterLabels, takeReadingRound } from '@tirtapay/api-client';
import {
  getReadingProgressOptions,
  getReadingRoundOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

export const useRound = (routeId: number | null, period: string | null) =>
  useQuery({
    ...getReadingRoundOptions({ path: { id: routeId ?? 0 }, query: { period: period ?? '' } }),
    enabled: routeId !== null && period !== null,
  });

export const useProgress = (regionId: number | null, period: string | null) =>
  useQuery({
    ...getReadingProgressOptions({ path: { id: regionId ?? 0 }, query: { period: period ?? '' } }),
    enabled: regionId !== null && period !== null,
  });

export const orderRound = (order: { route_id: number; customer_ids: number[] }) =>
  answerOf(orderReadingRound({ body: order, throwOnError: true }));

export const printLabels = (routeId: number) =>
  saveExport(printMeterLabels({ path: { id: routeId }, ...AS_FILE }), 'label-meter.pdf');

/** With all that is asked for at each house, for where there is no signal. */
export const takeRound = (routeId: number, period: string) =>
  answerOf(takeReadingRound({ path: { id: routeId }, query: { period }, throwOnError: true }));
