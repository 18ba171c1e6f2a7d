import { useQuery } from '@tanstack/react-query';
import { assignCase as assign, printPayOutSlip, resolveCase as resolve } from '@tirtapay/api-client';
import type { ResolveCaseBody } from '@tirtapay/api-client';
import {
  getCaseOptions,
  listCasePeopleOptions,
  listCasesOptions,
} from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE } from '../../../../lib/api';

export const useCase = (id: number) => useQuery(getCaseOptions({ path: { id } }));

/** Who may work on a case; asked only by who may give it to somebody. */
export const useCasePeople = (enabled: boolean) => useQuery({ ...listCasePeopleOptions(), enabled });

export const assignCase = ({ id, personId }: { id: number; personId: number | null }) =>
  answerOf(assign({ path: { id }, body: { person_id: personId }, throwOnError: true }));

/** The paper of money that went back. */
export const payOutSlip = (id: number) =>
  answerOf(printPayOutSlip({ path: { id }, ...AS_FILE })) as Promise<Blob>;

/** How many wait for a decision. */
export const useOpenCount = () =>
  useQuery({
    ...listCasesOptions({ query: { status: 'OPEN', page_size: 1 } }),
    select: (page) => page.meta.total,
  });

export const resolveCase = ({ id, ...body }: ResolveCaseBody & { id: number }) =>
  answerOf(resolve({ path: { id }, body, throwOnError: true }));
