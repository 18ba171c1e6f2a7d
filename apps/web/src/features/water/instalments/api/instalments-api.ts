import { useQuery } from '@tanstack/react-query';
import {
  endInstalmentPlan,
  previewInstalmentPlan,
  printInstalmentAgreement,
  requestInstalmentPlan,
  type EndPlanBody,
  type PreviewPlanBody,
  type RequestPlanBody,
} from '@tirtapay/api-client';
import {
  getCustomerOptions,
  getInstalmentPlanOptions,
  listBillsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE } from '../../../../lib/api';

export const usePlan = (id: number) => useQuery(getInstalmentPlanOptions({ path: { id } }));

export const useDebtor = (id: number) => useQuery(getCustomerOptions({ path: { id } }));

/** Oldest first; nobody who comes to agree on a plan owes more bills than a page holds. */
export const useOpenBills = (customerId: number) =>
  useQuery(
    listBillsOptions({
      query: { customer_id: customerId, state: 'ISSUED', sort: 'due_date', page_size: 100 },
    }),
  );

export const previewPlan = (body: PreviewPlanBody) =>
  answerOf(previewInstalmentPlan({ body, throwOnError: true }));

export const requestPlan = (body: RequestPlanBody) =>
  answerOf(requestInstalmentPlan({ body, throwOnError: true }));

export const endPlan = ({ id, body }: { id: number; body: EndPlanBody }) =>
  answerOf(endInstalmentPlan({ path: { id }, body, throwOnError: true }));

export const agreementOf = (id: number) =>
  answerOf(printInstalmentAgreement({ path: { id }, ...AS_FILE })) as Promise<Blob>;
