import { useQuery } from '@tanstack/react-query';
import {
  requestStampDutyPayment,
  requestStampDutyPaymentReversal,
  type ReverseStampDutyPaymentBody,
  type StampDutyPaymentBody,
} from '@tirtapay/api-client';
import { getStampDutyOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useStampDuty = () => useQuery(getStampDutyOptions());

export const requestPayment = (body: StampDutyPaymentBody) =>
  answerOf(requestStampDutyPayment({ body, throwOnError: true }));

export const requestReversal = ({ id, ...body }: ReverseStampDutyPaymentBody & { id: number }) =>
  answerOf(requestStampDutyPaymentReversal({ path: { id }, body, throwOnError: true }));
