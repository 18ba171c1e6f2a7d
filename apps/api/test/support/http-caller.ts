export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when the answer is JSON (problem documents too), else undefined. */
  readonly body: Body;
  readonly text: string;
  /** As they came, for files that are no text. */
  readonly bytes: Buffer;
  /** Cookies set, by name. */
  readonly cookies: ReadonlyMap<string, string>;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, for bodies JSON.stringify would never make. */
  readonly raw?: string | Buffer;
}

/** Calls the API as one principal, over real HTTP. Paths start at the version: `/customers` is `/api/v1/customers`. */
export class HttpCaller {
  constructor(
    readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
    private readonly fetched: typeof fetch = fetch,
  ) {}

  with(headers: Readonly<Record<string, string>>): HttpCaller {
    return new HttpCaller(this.url, { ...this.headers, ...headers }, this.fetched);
  }

  get<Body = unknown>(path: string, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>('GET', path, undefined, options);
  }
  post<Body = unknown>(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>('POST', path, body, options);
  }
  patch<Body = unknown>(path: string, body?: unknown, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>('PATCH', path, body, options);
  }
  delete<Body = unknown>(path: string, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>('DELETE', path, undefined, options);
  }

  async call<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    { headers = {}, raw }: CallOptions = {},
  ): Promise<Answer<Body>> {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await this.fetched(
      this.url + (/^\/(api|health)\b/.test(path) ? path : `/api/v1${path}`),
      {
        method,
        redirect: 'manual',
        headers: {
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          ...this.headers,
          ...headers,
        },
        ...(payload === undefined
          ? {}
          : { body: typeof payload === 'string' ? payload : new Uint8Array(payload) }),
      },
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('utf8');
    const json = /\bjson\b/.test(response.headers.get('content-type') ?? '') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      body: (json ? JSON.parse(text) : undefined) as Body,
      text,
      bytes,
      cookies: new Map(
        response.headers.getSetCookie().map((cookie) => {
          const pair = cookie.split(';')[0] ?? '';
          return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
        }),
      ),
    };
  }
}
