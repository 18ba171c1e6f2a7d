import { currentLanguage } from '../../i18n';
import { problemFrom } from '../../lib/api-problem';
import { takeEarlyAnswer } from './early-answer';

/** A phone on a weak signal waits this long, then is told so instead of watching a spinner. */
const PATIENCE_MS = 20_000;

async function call(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  extraHeaders?: Record<string, string>,
): Promise<unknown> {
  let response: Response;
  let answer: unknown;
  // AbortSignal.any and .timeout are younger than the browsers of many of the phones that come here.
  const abort = new AbortController();
  const language = currentLanguage();
  const early = method === 'GET' && !extraHeaders ? takeEarlyAnswer(path, language) : undefined;
  const giveUp = () => {
    abort.abort();
    early?.stop();
  };
  const ask = () =>
    fetch(`/api/v1/public${path}`, {
      method,
      signal: abort.signal,
      headers: {
        Accept: 'application/json',
        'Accept-Language': language,
        ...extraHeaders,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      credentials: 'omit',
    });
  const patience = setTimeout(giveUp, PATIENCE_MS);
  signal?.addEventListener('abort', giveUp);
  try {
    // One that failed before the page was there is asked again by the page.
    response = await (early?.answer.catch(ask) ?? ask());
    answer = await response.json().catch(() => undefined);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw problemFrom(undefined, undefined);
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener('abort', giveUp);
  }
  if (!response.ok || answer === undefined) throw problemFrom(response, answer);
  return answer;
}

/** The routes without a log-in: no token, no cookie, refusals as ApiProblem. */
export const publicApi = {
  get: <T>(path: string, signal?: AbortSignal, headers?: Record<string, string>) =>
    call('GET', path, undefined, signal, headers) as Promise<T>,
  post: <T>(path: string, body: unknown = {}) => call('POST', path, body) as Promise<T>,
};
