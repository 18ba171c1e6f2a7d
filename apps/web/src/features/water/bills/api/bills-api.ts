import { useQuery } from '@tanstack/react-query';
import {
  cancelCharge,
  holdDraftBill,
  previewBillCorrection,
  printCorrectionNote,
  releaseDraftBill,
  requestBillCorrection,
  requestOpeningCorrection,
  type BillDetailDto,
  type CorrectOpeningBody,
  returnPaidCharge,
  type PreviewCorrectionBody,
  type RequestCorrectionBody,
} from '@tirtapay/api-client';
import {
  getBillOptions,
  getBillRunOptions,
  listBillCorrectionsOptions,
  listReadingsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE } from '../../../../lib/api';
import { usePermission } from '../../../../lib/use-permission';

export const useBill = (id: number) => useQuery(getBillOptions({ path: { id } }));

/** The run a list is filtered by, to say which month it issued. */
export const useIssueRun = (id: string | null) =>
  useQuery({ ...getBillRunOptions({ path: { id: Number(id) } }), enabled: id !== null });

/** What a correction goes by: the reading of the month as it stands today, not what the bill was counted from. */
export function useReadingInForce(bill: Pick<BillDetailDto, 'customer' | 'period'> | undefined) {
  const maySee = usePermission('reading.read');
  const { data } = useQuery({
    ...listReadingsOptions({
      query: {
        ...(bill !== undefined && { customer_id: bill.customer.id, period: bill.period }),
        status: 'VERIFIED',
        page_size: 1,
      },
    }),
    enabled: maySee && bill !== undefined,
  });
  return data?.data[0];
}

export const useCorrections = (id: number) => useQuery(listBillCorrectionsOptions({ path: { id } }));

export const correctionPaper = (id: number) =>
  answerOf(printCorrectionNote({ path: { id }, ...AS_FILE })) as Promise<Blob>;

export const previewCorrection = ({ id, body }: { id: number; body: PreviewCorrectionBody }) =>
  answerOf(previewBillCorrection({ path: { id }, body, throwOnError: true }));

export const requestCorrection = ({ id, body }: { id: number; body: RequestCorrectionBody }) =>
  answerOf(requestBillCorrection({ path: { id }, body, throwOnError: true }));

export const requestOpening = ({ id, ...body }: CorrectOpeningBody & { id: number }) =>
  answerOf(requestOpeningCorrection({ path: { id }, body, throwOnError: true }));

export const requestCancellation = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(cancelCharge({ path: { id }, body: { reason }, throwOnError: true }));

export const requestChargeReturn = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(returnPaidCharge({ path: { id }, body: { reason }, throwOnError: true }));

export const holdDraft = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(holdDraftBill({ path: { id }, body: { reason }, throwOnError: true }));

export const releaseDraft = (id: number) => answerOf(releaseDraftBill({ path: { id }, throwOnError: true }));
