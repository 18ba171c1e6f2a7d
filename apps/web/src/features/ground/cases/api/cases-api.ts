import { useQuery } from '@tanstack/react-query';
import { resolveCase as resolve } from '@tirtapay/api-client';
import type { ResolveCaseBody } from '@tirtapay/api-client';
import { getCaseOptions, listCasesOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useCase = (id: number) => useQuery(getCaseOptions({ path: { id } }));

/** How many wait for a decision. */
export const useOpenCount = () =>
  useQuery({
    ...listCasesOptions({ query: { status: 'OPEN', page_size: 1 } }),
    select: (page) => page.meta.total,
  });

export const resolveCase = ({ id, ...body }: ResolveCaseBody & { id: number }) =>
  answerOf(resolve({ path: { id }, body, throwOnError: true }));
