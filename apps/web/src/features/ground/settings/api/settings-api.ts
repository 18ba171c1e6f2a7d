import { useQuery } from '@tanstack/react-query';
import { changeLetterhead, requestDueRule } from '@tirtapay/api-client';
import type { DueRuleBody, LetterheadBody } from '@tirtapay/api-client';
import { getSettingsOptions, getSetupOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useSettings = () => useQuery(getSettingsOptions());

export const useSetup = () => useQuery(getSetupOptions());

export const saveLetterhead = (body: LetterheadBody) =>
  answerOf(changeLetterhead({ body, throwOnError: true }));

export const askForDueRule = (body: DueRuleBody) => answerOf(requestDueRule({ body, throwOnError: true }));
