import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  changeUser as change,
  createUser as create,
  exportUsers as exportAll,
  requestUser as askNew,
  requestUserChange as askChange,
} from '@tirtapay/api-client';
import type {
  ChangeUserBody,
  CreateUserBody,
  ListUsersData,
  RequestUserBody,
  RequestUserChangeBody,
} from '@tirtapay/api-client';
import { getUserOptions, listUsersOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { answerOf, AS_FILE, saveExport } from '../../../../lib/api';

type UsersQuery = NonNullable<ListUsersData['query']>;

export const useUsers = (query: UsersQuery) =>
  useQuery({ ...listUsersOptions({ query }), placeholderData: keepPreviousData });

export const useUser = (id: number) => useQuery(getUserOptions({ path: { id } }));

export const createUser = (body: CreateUserBody) => answerOf(create({ body, throwOnError: true }));

export const changeUser = ({ id, ...body }: ChangeUserBody & { id: number }) =>
  answerOf(change({ path: { id }, body, throwOnError: true }));

export const requestUser = (body: RequestUserBody) => answerOf(askNew({ body, throwOnError: true }));

export const requestUserChange = ({ id, ...body }: RequestUserChangeBody & { id: number }) =>
  answerOf(askChange({ path: { id }, body, throwOnError: true }));

export const exportUsers = ({ page: _page, page_size: _size, ...query }: UsersQuery) =>
  saveExport(exportAll({ query, ...AS_FILE }), 'pengguna.csv');
