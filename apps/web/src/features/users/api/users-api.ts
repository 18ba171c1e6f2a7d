import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { ListQuery, Page, Role, User } from '../../../lib/api-types';

export type UsersQuery = ListQuery & { role?: Role; active?: boolean };

export function useUsers(query: UsersQuery) {
  return useQuery({
    queryKey: ['users', 'list', query],
    queryFn: ({ signal }) => api.get<Page<User>>('/users', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useUser(id: number) {
  return useQuery({
    queryKey: ['users', id],
    queryFn: ({ signal }) => api.get<User>(`/users/${String(id)}`, {}, signal),
  });
}

export interface NewUser {
  username: string;
  name: string;
  email?: string;
  role: Role;
  password: string;
}

export interface UserChange {
  id: number;
  version: number;
  name: string;
  email: string | null;
  role: Role;
  active: boolean;
  password?: string;
}

export const createUser = (body: NewUser) => api.post<User>('/users', body);
export const changeUser = ({ id, ...body }: UserChange) => api.patch<User>(`/users/${String(id)}`, body);
