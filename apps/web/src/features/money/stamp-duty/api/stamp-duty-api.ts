import { useQuery } from '@tanstack/react-query';
import {
  requestStampDutyPayment,
  requestStampDutyPaymentReversal,
  type ReverseStampDutyPaymentBody,
  type StampDutyPaymentBody,
} from '@tirtapay/api-client';
import { getStampDutyOptions, listApprovalsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** Somebody else decides meanwhile, in another browser. */
const DECISION_MILLISECONDS = 10_000;

export const useStampDuty = () => useQuery(getStampDutyOptions());

/** What waits for a second person. */
export const useOpenRequests = (enabled: boolean) =>
  useQuery({
    ...listApprovalsOptions({ query: { status: 'PENDING', kind: 'stamp_duty_payment', page_size: 100 } }),
    refetchInterval: DECISION_MILLISECONDS,
    enabled,
    select: (page) => page.data,
  });

export const requestPayment = (body: StampDutyPaymentBody) =>
  answerOf(requestStampDutyPayment({ body, throwOnError: true }));

export const requestReversal = ({ id, ...body }: ReverseStampDutyPaymentBody & { id: number }) =>
  answerOf(requestStampDutyPaymentReversal({ path: { id }, body, throwOnError: true }));
