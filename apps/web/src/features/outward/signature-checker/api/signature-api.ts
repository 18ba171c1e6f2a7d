import { useQuery } from '@tanstack/react-query';
import { checkSignature as check } from '@tirtapay/api-client';
import type { CheckSignatureBody } from '@tirtapay/api-client';
import { getBankCallOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const checkSignature = (body: CheckSignatureBody) => answerOf(check({ body, throwOnError: true }));

/** The call of the log that the form is filled from; nothing when the page was opened by itself. */
export const useLoggedCall = (id: number | null) =>
  useQuery({ ...getBankCallOptions({ path: { id: id ?? 0 } }), enabled: id !== null });
