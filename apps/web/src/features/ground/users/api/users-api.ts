import { useQuery } from '@tanstack/react-query';
import {
  changeUser as change,
  createUser as create,
  endUserSession,
  requestUser as askNew,
  requestUserChange as askChange,
} from '@tirtapay/api-client';
import type {
  ChangeUserBody,
  CreateUserBody,
  RequestUserBody,
  RequestUserChangeBody,
} from '@tirtapay/api-client';
import { getUserOptions, listUserSessionsOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../../lib/api';

export const useUser = (id: number) => useQuery(getUserOptions({ path: { id } }));

export const useSessionsOf = (id: number) => useQuery(listUserSessionsOptions({ path: { id } }));

export const endSessionOf = ({ id, sessionId }: { id: number; sessionId: string }) =>
  answerOf(endUserSession({ path: { id, sessionId }, throwOnError: true }));

export const createUser = (body: CreateUserBody) => answerOf(create({ body, throwOnError: true }));

export const changeUser = ({ id, ...body }: ChangeUserBody & { id: number }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));

export const requestUser = (body: RequestUserBody) => answerOf(askNew({ body, throwOnError: true }));

export const requestUserChange = ({ id, ...body }: RequestUserChangeBody & { id: number }) =>
  answerOf(askChange({ path: { id }, body, throwOnError: true }));
