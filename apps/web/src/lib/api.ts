import { authorizedFetch } from './authorized-fetch';
import { problemFrom } from './api-problem';

type Query = Record<string, string | number | boolean | undefined>;

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

async function send(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  let response: Response;
  try {
    response = await authorizedFetch(url, {
      method,
      ...(signal && { signal }),
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw problemFrom(undefined, undefined);
  }
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw problemFrom(response, answer);
  return answer;
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    send('GET', address(path, query), undefined, signal) as Promise<T>,
  post: <T>(path: string, body: unknown = {}) => send('POST', address(path), body) as Promise<T>,
  patch: <T>(path: string, body: unknown) => send('PATCH', address(path), body) as Promise<T>,
  remove: (path: string) => send('DELETE', address(path)) as Promise<undefined>,
};

/** Hands a file to the browser's downloads. */
function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export const saveText = (name: string, text: string): void => {
  save(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
};

/** Fetches a file with the session; the server's name for it wins over ours. */
export async function download(path: string, query: Query, fallbackName: string): Promise<void> {
  const response = await authorizedFetch(address(path, query));
  if (!response.ok) throw problemFrom(response, await response.json().catch(() => undefined));
  const named = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  save(named ?? fallbackName, await response.blob());
}
