import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { changeUser as change, createUser as create } from '@tirtapay/api-client';
import type { ChangeUserBody, CreateUserBody, ListUsersData } from '@tirtapay/api-client';
import { getUserOptions, listUsersOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf } from '../../../lib/api';

export const useUsers = (query: NonNullable<ListUsersData['query']>) =>
  useQuery({ ...listUsersOptions({ query }), placeholderData: keepPreviousData });

export const useUser = (id: number) => useQuery(getUserOptions({ path: { id } }));

export const createUser = (body: CreateUserBody) => answerOf(create({ body, throwOnError: true }));

export const changeUser = ({ id, ...body }: ChangeUserBody & { id: number }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));
