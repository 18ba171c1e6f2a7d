import { useQuery } from '@tanstack/react-query';
import {
  concludeCertification,
  getCertificationReport,
  requestBankGoLive,
  startBankCertification,
} from '@tirtapay/api-client';
import type { StartCertificationBody } from '@tirtapay/api-client';
import {
  getSandboxBankOptions,
  listApprovalsOptions,
  listBankCertificationsOptions,
  listStandingTestPaymentsOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

/** A call of the bank is judged within a second or so of its arrival. */
const LIVE_MILLISECONDS = 1_500;
const DECISION_MILLISECONDS = 10_000;

/** The runs of a bank, newest first; asked again while one is open. */
export const useRuns = (bankId: number) =>
  useQuery({
    ...listBankCertificationsOptions({ path: { id: bankId } }),
    refetchInterval: ({ state }) => (state.data?.[0]?.status === 'RUNNING' ? LIVE_MILLISECONDS : false),
  });

/** What its certifications have posted and nobody has taken back, while the bank is not live. */
export const useStandingPayments = (bankId: number) =>
  useQuery({
    ...listStandingTestPaymentsOptions({ path: { id: bankId } }),
    refetchInterval: DECISION_MILLISECONDS,
  });

export const useSandbox = () => useQuery(getSandboxBankOptions());

/** Whether somebody already asked to open this bank. */
export const useGoLiveRequest = (bankId: number) =>
  useQuery({
    ...listApprovalsOptions({ query: { status: 'PENDING', kind: 'bank_go_live' } }),
    refetchInterval: DECISION_MILLISECONDS,
    select: (page) =>
      page.data.find(({ subject }) => subject === `bank_integration/${String(bankId)}`) ?? null,
  });

export const startRun = ({ bankId, ...body }: StartCertificationBody & { bankId: number }) =>
  answerOf(startBankCertification({ path: { id: bankId }, body, throwOnError: true }));

export const concludeRun = (id: number) =>
  answerOf(concludeCertification({ path: { id }, throwOnError: true }));

export const saveReport = (id: number) =>
  saveExport(getCertificationReport({ path: { id }, ...AS_FILE }), `sertifikasi-${String(id)}.pdf`);

/** @param kept payments of certifications the bank really has the money of */
export const requestGoLive = ({
  bankId,
  reason,
  kept,
}: {
  bankId: number;
  reason: string;
  kept: readonly number[];
}) =>
  answerOf(
    requestBankGoLive({
      path: { id: bankId },
      body: { reason, ...(kept.length > 0 && { standing_payments: [...kept] }) },
      throwOnError: true,
    }),
  );
