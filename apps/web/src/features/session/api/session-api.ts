import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api';
import type { SessionRow } from '../../../lib/api-types';
import { closeSession, openSession } from '../../../lib/session';
import type { SessionAnswer } from '../../../lib/session';

export async function login(credentials: { username: string; password: string }): Promise<SessionAnswer> {
  const answer = await api.post<SessionAnswer>('/auth/login', credentials);
  openSession(answer);
  return answer;
}

/** Ends the session here even when the server cannot be told. */
export async function logout(): Promise<void> {
  try {
    await api.post('/auth/logout');
  } finally {
    closeSession();
  }
}

export const changePassword = (body: { current_password: string; new_password: string }) =>
  api.post<undefined>('/auth/password', body);

export const endSession = (id: number) => api.remove(`/auth/sessions/${String(id)}`);

export function useSessions() {
  return useQuery({
    queryKey: ['auth', 'sessions'],
    queryFn: ({ signal }) => api.get<SessionRow[]>('/auth/sessions', {}, signal),
  });
}
