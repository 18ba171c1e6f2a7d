import { useQuery } from '@tanstack/react-query';
import {
  beginTwoStep as begin,
  changePassword as send,
  confirmTwoStep as confirm,
  endSession as end,
  getCodeOwner,
  logIn,
  logOut,
  redeemCode,
  renewRecoveryCodes as renew,
  turnTwoStepOff as turnOff,
} from '@tirtapay/api-client';
import type {
  ChangePasswordBody,
  LogInBody,
  RedeemCodeBody,
  SessionTokenDto,
  TwoStepProofBody,
} from '@tirtapay/api-client';
import { getTwoStepOptions, listSessionsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';
import { finishLeaving as finish, forgetLeaving, leave } from '../../../../lib/leaving';
import { openSession } from '../../../../lib/session';

export async function login(body: LogInBody): Promise<SessionTokenDto> {
  const answer = await answerOf(logIn({ body, throwOnError: true }));
  openSession(answer);
  forgetLeaving();
  return answer;
}

const tell = () => logOut({ throwOnError: true });

export const logout = () => leave(tell);

export const finishLeaving = () => finish(tell);

export const changePassword = (body: ChangePasswordBody) => answerOf(send({ body, throwOnError: true }));

export const codeOwner = (code: string) => answerOf(getCodeOwner({ body: { code }, throwOnError: true }));

export const redeem = (body: RedeemCodeBody) => answerOf(redeemCode({ body, throwOnError: true }));

export const endSession = (id: string) => answerOf(end({ path: { id }, throwOnError: true }));

export const useSessions = () => useQuery(listSessionsOptions());

export const useTwoStep = () => useQuery(getTwoStepOptions());

export const beginTwoStep = (body: TwoStepProofBody) => answerOf(begin({ body, throwOnError: true }));

export const confirmTwoStep = (code: string) => answerOf(confirm({ body: { code }, throwOnError: true }));

export const renewRecoveryCodes = (body: TwoStepProofBody) => answerOf(renew({ body, throwOnError: true }));

export const turnTwoStepOff = (body: TwoStepProofBody) => answerOf(turnOff({ body, throwOnError: true }));
