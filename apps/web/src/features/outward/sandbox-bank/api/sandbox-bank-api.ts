import { useQuery } from '@tanstack/react-query';
import { clearSandboxFaults, setSandboxFault } from '@tirtapay/api-client';
import type { SetSandboxFaultBody } from '@tirtapay/api-client';
import { getSandboxBankOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

/** A fault counts down as it is played, and others may set faults on the pages of the bank itself. */
const FAULTS_MILLISECONDS = 5_000;

export const useSandboxBank = () =>
  useQuery({ ...getSandboxBankOptions(), refetchInterval: FAULTS_MILLISECONDS });

export const setFault = (body: SetSandboxFaultBody) =>
  answerOf(setSandboxFault({ body, throwOnError: true }));

export const clearFaults = () => answerOf(clearSandboxFaults({ throwOnError: true }));
