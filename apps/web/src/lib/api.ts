import { client } from '@tirtapay/api-client/client.gen';
import { problemFrom } from './api-problem';
import { authorizedFetch } from './authorized-fetch';

/** Joins the generated client to the session: signed requests, silent refresh, every refusal an ApiProblem. */
export function connectApi(): void {
  client.setConfig({ baseUrl: '', fetch: authorizedFetch });
  client.interceptors.error.use((error, response: Response | undefined) =>
    // A cancelled query is no problem of anybody and must stay recognisable as cancelled.
    error instanceof DOMException && error.name === 'AbortError' ? error : problemFrom(response, error),
  );
}

/** The body of an answer, for `mutationFn`; the call itself throws on a refusal (`throwOnError: true`). */
export const answerOf = async <T>(call: Promise<{ data: T }>): Promise<T> => (await call).data;

/** Hands a file to the browser's downloads. */
export function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export const saveText = (name: string, text: string, type: 'text/csv' | 'text/plain' = 'text/csv'): void => {
  save(name, new Blob([text], { type: `${type};charset=utf-8` }));
};

/** For the export routes: as bytes, because reading them as text would drop the mark that Excel needs. */
export const AS_FILE = { parseAs: 'blob', throwOnError: true } as const;

/** Saves the file of an export route; the server's name for it wins over ours. */
export async function saveExport(
  call: Promise<{ data: unknown; response: Response }>,
  fallbackName: string,
): Promise<void> {
  const { data, response } = await call;
  const named = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  save(named ?? fallbackName, data as Blob);
}
