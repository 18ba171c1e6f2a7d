import { useQuery } from '@tanstack/react-query';
import {
  askSupplierBalance,
  clearSupplierFaults,
  requestSupplierPayment,
  requestSupplierPaymentReversal,
  requestSupplierTerms,
  setSupplierFault,
  topUpSandboxSupplier,
} from '@tirtapay/api-client';
import type {
  ReverseSupplierPaymentBody,
  SetSupplierFaultBody,
  SupplierPaymentBody,
  SupplierTermsBody,
} from '@tirtapay/api-client';
import {
  getSandboxSupplierOptions,
  listPpobSuppliersOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** A breaker opens and closes within seconds. */
const HEALTH_MILLISECONDS = 5_000;

export const useSuppliers = () =>
  useQuery({
    ...listPpobSuppliersOptions(),
    refetchInterval: HEALTH_MILLISECONDS,
    select: ({ data }) => data,
  });

export const useSandboxSupplier = () =>
  useQuery({ ...getSandboxSupplierOptions(), refetchInterval: HEALTH_MILLISECONDS });

export const setFault = (body: SetSupplierFaultBody) =>
  answerOf(setSupplierFault({ body, throwOnError: true }));

export const clearFaults = () => answerOf(clearSupplierFaults({ throwOnError: true }));

export const topUpSandbox = (amount: number) =>
  answerOf(topUpSandboxSupplier({ body: { amount }, throwOnError: true }));

export const askBalance = (id: number) => answerOf(askSupplierBalance({ path: { id }, throwOnError: true }));

export const requestPayment = ({ id, ...body }: SupplierPaymentBody & { id: number }) =>
  answerOf(requestSupplierPayment({ path: { id }, body, throwOnError: true }));

export const requestTerms = ({ id, ...body }: SupplierTermsBody & { id: number }) =>
  answerOf(requestSupplierTerms({ path: { id }, body, throwOnError: true }));

export const requestReversal = ({ id, ...body }: ReverseSupplierPaymentBody & { id: number }) =>
  answerOf(requestSupplierPaymentReversal({ path: { id }, body, throwOnError: true }));
