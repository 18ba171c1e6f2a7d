import type { SessionTokenDto } from '@tirtapay/api-client';
import { currentLanguage } from '../i18n';
import { currentSession, currentToken, expireSession, renewSession } from './session';

const REFRESH = '/api/v1/auth/refresh';
let refreshing: Promise<boolean> | undefined;

async function refreshOnce(): Promise<boolean> {
  const response = await fetch(REFRESH, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Accept-Language': currentLanguage() },
  });
  if (!response.ok) {
    // 5xx says nothing about the session; only a refusal ends it.
    if (response.status < 500) expireSession();
    return false;
  }
  return renewSession((await response.json()) as SessionTokenDto);
}

/**
 * Exchanges the refresh cookie for a new access token. The cookie rotates, and a second use of the old one ends
 * the session, so one exchange runs at a time: within the page by the shared promise, across tabs by a lock.
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= (
    'locks' in navigator ? navigator.locks.request('tirtapay-refresh', refreshOnce) : refreshOnce()
  ).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

function withHeaders(request: Request): Request {
  const token = currentToken();
  request.headers.set('Accept-Language', currentLanguage());
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}

function signedInAs(): number | undefined {
  const session = currentSession();
  return 'user' in session ? session.user.id : undefined;
}

/**
 * fetch with the session: signs the request, and after one 401 refreshes silently and repeats it once; never in the name of
 * somebody else who has logged in since.
 */
export async function authorizedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, { credentials: 'same-origin', ...init });
  const again = request.clone();
  const asked = signedInAs();
  const response = await fetch(withHeaders(request));
  if (response.status !== 401 || request.url.includes('/api/v1/auth/login') || currentToken() === undefined)
    return response;
  return (await refreshSession()) && signedInAs() === asked ? fetch(withHeaders(again)) : response;
}
