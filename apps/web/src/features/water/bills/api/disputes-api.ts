import { useQuery } from '@tanstack/react-query';
import {
  getMeterCheckPhoto,
  openBillDispute,
  orderMeterCheck,
  requestDisputeRelease,
  requestLongerHold,
  takeBackMeterCheck,
  type OpenDisputeBody,
} from '@tirtapay/api-client';
import { getDisputeOptions, listBillDisputesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE } from '../../../../lib/api';

export const useDispute = (id: number) => useQuery(getDisputeOptions({ path: { id } }));

export const useDisputesOf = (billId: number) => useQuery(listBillDisputesOptions({ path: { id: billId } }));

/** A checked meter is never photographed again, so its picture is asked for once. */
export const useCheckPhoto = (id: number, enabled: boolean) =>
  useQuery({
    queryKey: ['meter-check-photo', id],
    queryFn: ({ signal }) =>
      answerOf(getMeterCheckPhoto({ path: { id }, signal, ...AS_FILE })) as Promise<Blob>,
    enabled,
  });

export const openDispute = ({ id, body }: { id: number; body: OpenDisputeBody }) =>
  answerOf(openBillDispute({ path: { id }, body, throwOnError: true }));

export const orderCheck = ({ id, instruction }: { id: number; instruction: string }) =>
  answerOf(orderMeterCheck({ path: { id }, body: { instruction }, throwOnError: true }));

export const takeBackCheck = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(takeBackMeterCheck({ path: { id }, body: { reason }, throwOnError: true }));

export const askRelease = ({ id, answer }: { id: number; answer: string }) =>
  answerOf(requestDisputeRelease({ path: { id }, body: { answer }, throwOnError: true }));

export const askLongerHold = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(requestLongerHold({ path: { id }, body: { reason }, throwOnError: true }));
