import { useQuery } from '@tanstack/react-query';
import {
  previewWaiverProgramme,
  proposeWaiverProgramme,
  revokeWaiverProgramme,
  type ProposeWaiverBody,
} from '@tirtapay/api-client';
import { getWaiverProgrammeOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useWaiver = (id: number) => useQuery(getWaiverProgrammeOptions({ path: { id } }));

export const previewWaiver = (body: ProposeWaiverBody) =>
  answerOf(previewWaiverProgramme({ body, throwOnError: true }));

export const proposeWaiver = (body: ProposeWaiverBody) =>
  answerOf(proposeWaiverProgramme({ body, throwOnError: true }));

export const revokeWaiver = ({ id, reason }: { id: number; reason: string }) =>
  answerOf(revokeWaiverProgramme({ path: { id }, body: { reason }, throwOnError: true }));
