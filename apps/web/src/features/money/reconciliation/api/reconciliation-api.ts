import { useQuery } from '@tanstack/react-query';
import {
  addBankHoliday,
  agreeSettlementTerms,
  closeReconciliation,
  fetchSettlementFile,
  previewSettlementFile,
  printClaimLetter,
  printReconciliation,
  removeBankHoliday,
  requestOldDays as askForOldDays,
  requestReconciliationAdjustment,
  requestReconciliationAdjustments,
  requestReconciliationEnd,
  requestReconciliationAbsence,
  requestReconciliationReopening,
  requestReconciliationResumption,
  requestReconciliationWithdrawal,
  runReconciliation,
  saveFileMapping,
  uploadSettlementFile,
} from '@tirtapay/api-client';
import type {
  AddHolidayBody,
  AdjustItemBody,
  AdjustManyBody,
  AgreeTermsBody,
  EndReconciliationBody,
  OldDaysBody,
  ResumeReconciliationBody,
} from '@tirtapay/api-client';
import {
  getReconciliationDayOptions,
  getReconciliationItemOptions,
  getReconciliationOverviewOptions,
  getSettlementAgreementOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import type { SettlementMapping } from '@tirtapay/domain';
import { answerOf, AS_FILE } from '../../../../lib/api';

export const useOverview = (range: { from?: string; to?: string }) =>
  useQuery(getReconciliationOverviewOptions({ query: range }));

export const useDay = (id: number) => useQuery(getReconciliationDayOptions({ path: { id } }));

export const useItem = (id: number) => useQuery(getReconciliationItemOptions({ path: { id } }));

export const useAgreement = (bankId: number | null) =>
  useQuery({ ...getSettlementAgreementOptions({ path: { bankId: bankId ?? 0 } }), enabled: bankId !== null });

/** How a file is to be read. */
export interface FileToRead {
  file: File;
  bankId: number;
  mappingId: number | null;
  answers: Readonly<Record<number, string>>;
}

const queryOf = ({ file, bankId, mappingId, answers }: FileToRead) => ({
  bank_id: bankId,
  file_name: file.name,
  ...(mappingId !== null && { mapping_id: mappingId }),
  ...(Object.keys(answers).length > 0 && {
    answers: Object.entries(answers)
      .map(([position, value]) => `${position}:${value}`)
      .join(','),
  }),
});

export const previewFile = (asked: FileToRead) =>
  answerOf(previewSettlementFile({ query: queryOf(asked), body: asked.file, throwOnError: true }));

export const uploadFile = ({ settlementDate, ...asked }: FileToRead & { settlementDate: string }) =>
  answerOf(
    uploadSettlementFile({
      query: { ...queryOf(asked), settlement_date: settlementDate },
      body: asked.file,
      throwOnError: true,
    }),
  );

export const fetchFile = ({ bankId, settlementDate }: { bankId: number; settlementDate: string }) =>
  answerOf(
    fetchSettlementFile({ body: { bank_id: bankId, settlement_date: settlementDate }, throwOnError: true }),
  );

export const saveMapping = ({ bankId, mapping }: { bankId: number; mapping: SettlementMapping }) =>
  answerOf(
    saveFileMapping({
      path: { bankId },
      body: { name: mapping.name, mapping: JSON.stringify(mapping) },
      throwOnError: true,
    }),
  );

export const agreeTerms = ({ bankId, body }: { bankId: number; body: AgreeTermsBody }) =>
  answerOf(agreeSettlementTerms({ path: { bankId }, body, throwOnError: true }));

export const addHoliday = ({ bankId, body }: { bankId: number; body: AddHolidayBody }) =>
  answerOf(addBankHoliday({ path: { bankId }, body, throwOnError: true }));

export const removeHoliday = ({ bankId, day }: { bankId: number; day: string }) =>
  answerOf(removeBankHoliday({ path: { bankId, day }, throwOnError: true }));

export const requestEnd = ({ bankId, body }: { bankId: number; body: EndReconciliationBody }) =>
  answerOf(requestReconciliationEnd({ path: { bankId }, body, throwOnError: true }));

export const requestResumption = ({ bankId, body }: { bankId: number; body: ResumeReconciliationBody }) =>
  answerOf(requestReconciliationResumption({ path: { bankId }, body, throwOnError: true }));

export const requestOldDays = (body: OldDaysBody) => answerOf(askForOldDays({ body, throwOnError: true }));

export const runDay = (id: number) => answerOf(runReconciliation({ path: { id }, throwOnError: true }));

export const closeDay = (id: number) => answerOf(closeReconciliation({ path: { id }, throwOnError: true }));

export const requestReopening = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(requestReconciliationReopening({ path: { id }, body: { reason }, throwOnError: true }));

export const requestAbsence = ({ id, ...body }: { id: number; absent: boolean; reason: string }) =>
  answerOf(requestReconciliationAbsence({ path: { id }, body, throwOnError: true }));

export const withdrawDecision = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(requestReconciliationWithdrawal({ path: { id }, body: { reason }, throwOnError: true }));

export const adjustItem = ({ id, body }: { id: number; body: AdjustItemBody }) =>
  answerOf(requestReconciliationAdjustment({ path: { id }, body, throwOnError: true }));

export const adjustMany = ({ id, body }: { id: number; body: AdjustManyBody }) =>
  answerOf(requestReconciliationAdjustments({ path: { id }, body, throwOnError: true }));

export async function reportOf(id: number): Promise<Blob> {
  const sheet: unknown = await answerOf(printReconciliation({ path: { id }, ...AS_FILE }));
  return sheet as Blob;
}

export async function claimLetterOf(id: number): Promise<Blob> {
  const letter: unknown = await answerOf(printClaimLetter({ path: { id }, ...AS_FILE }));
  return letter as Blob;
}
