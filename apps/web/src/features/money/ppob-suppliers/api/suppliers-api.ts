import { useQuery } from '@tanstack/react-query';
import { clearSupplierFaults, setSupplierFault } from '@tirtapay/api-client';
import type { SetSupplierFaultBody } from '@tirtapay/api-client';
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
