import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { OpenAPIObject } from '@nestjs/swagger';
import { verifyNative, verifySymmetric } from '@tirtapay/bank-protocol';
import { ERROR_CATALOGUE, ERROR_CODES } from '@tirtapay/contracts';
import { errorCatalogueMarkdown, postmanCollection } from '../../src/modules/outward/developer';

const DOCS = join(__dirname, '../../../../docs');
const read = (name: string) => readFileSync(join(DOCS, name), 'utf8');
const openApi = JSON.parse(read('openapi.json')) as OpenAPIObject;

interface Request {
  name: string;
  event: { listen: string; script: { exec: string[] } }[];
  request: { method: string; body?: { raw: string }; url: { raw: string; path: string[]; query?: object[] } };
}
interface Folder {
  name: string;
  event: { script: { exec: string[] } }[];
  item: Request[];
}
const collection = JSON.parse(read('postman.json')) as {
  variable: { key: string; value: string }[];
  item: Folder[];
};
const folder = (name: string): Folder => {
  const found = collection.item.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no folder ${name}`);
  return found;
};

describe('docs/errors.md', () => {
  it('is what the catalogue says', () => {
    expect(read('errors.md')).toBe(errorCatalogueMarkdown());
  });

  it('has one anchor for each code, as problem documents point to it', () => {
    const anchors = [...read('errors.md').matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id);
    expect(anchors.sort()).toEqual([...ERROR_CODES].sort());
    expect(read('errors.md')).toContain(ERROR_CATALOGUE['payment.outcome_unknown'].fix.id);
  });
});

it('names every operation of docs/openapi.json once', () => {
  const ids = Object.values(openApi.paths).flatMap((item) =>
    Object.values(item as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
  );
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe('docs/postman.json', () => {
  it('is made from docs/openapi.json', () => {
    expect(collection).toEqual(JSON.parse(JSON.stringify(postmanCollection(openApi))));
  });

  it('holds every call of a bank, with bodies that carry what the contract requires', () => {
    const requests = collection.item.flatMap(({ item }) => item);
    const bankCalls = Object.entries(openApi.paths).flatMap(([path, item]) =>
      Object.values(item as Record<string, { operationId: string; 'x-access'?: { kind: string } }>)
        .filter((operation) => operation['x-access']?.kind === 'BANK')
        .map((operation) => ({ path, id: operation.operationId })),
    );
    for (const { id } of bankCalls) expect(requests.map(({ name }) => name)).toContain(id);
    for (const { name, request } of requests) {
      const path = `/${request.url.path.join('/')}`;
      const operation = (openApi.paths[path] as Record<string, Operation> | undefined)?.[
        request.method.toLowerCase()
      ];
      expect({ name, known: operation?.operationId }).toEqual({ name, known: name });
      const reference = operation?.requestBody?.content['application/json']?.schema.$ref ?? '';
      const schema = openApi.components?.schemas?.[reference.split('/').at(-1) ?? ''] as Schema | undefined;
      if (schema === undefined) continue;
      const body = JSON.parse(resolved(request.body?.raw ?? '')) as Record<string, unknown>;
      expect(Object.keys(body)).toEqual(expect.arrayContaining(schema.required ?? []));
      // The native API refuses properties it does not know; SNAP ignores them.
      if (!path.startsWith('/api/snap/'))
        expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(body)));
    }
  });

  it('signs native calls as the protocol asks', () => {
    const { item, event } = folder('Native API');
    for (const request of item) {
      const { headers, body, target } = run(event[0]?.script.exec ?? [], request);
      const parts = {
        method: request.request.method,
        requestTarget: target,
        timestamp: headers['X-Timestamp'] ?? '',
        requestId: headers['X-Request-Id'] ?? '',
        rawBody: Buffer.from(body),
      };
      expect(headers['X-Api-Key']).toBe('demo-bank-sultra');
      expect(verifyNative([variables.get('api_secret') ?? ''], parts, headers['X-Signature'] ?? '')).toBe(0);
    }
  });

  it('signs SNAP calls over the minified body', () => {
    const { item, event } = folder('SNAP BI');
    variables.set('snap_access_token', 'abc.def.ghi');
    expect(item.length).toBeGreaterThanOrEqual(3);
    for (const request of item) {
      const { headers, body, target } = run(event[0]?.script.exec ?? [], request);
      const parts = {
        method: request.request.method,
        endpointUrl: target,
        timestamp: headers['X-TIMESTAMP'] ?? '',
        accessToken: 'abc.def.ghi',
        rawBody: Buffer.from(body),
      };
      expect(body).toContain('"   13501');
      expect(verifySymmetric([variables.get('snap_secret') ?? ''], parts, headers['X-SIGNATURE'] ?? '')).toBe(
        0,
      );
      expect(headers['X-EXTERNAL-ID']).toMatch(/^\d{1,36}$/);
    }
  });

  it('hands the answer of verify on to process', () => {
    const verify = folder('Native API').item.find(({ name }) => name === 'verifyBills');
    const after = verify?.event.find(({ listen }) => listen === 'test')?.script.exec ?? [];
    runInNewContext(after.join('\n'), {
      pm: {
        ...postman({ method: 'POST', target: '', body: '' }).pm,
        response: {
          code: 200,
          json: () => ({ inquiry_id: 'i-1', total_amount: 72_500 }),
          to: { have: { status: noop } },
        },
        test: (_: string, check: () => void) => {
          check();
        },
      },
    });
    expect([variables.get('inquiry_id'), variables.get('total_amount')]).toEqual(['i-1', '72500']);
    expect(variables.get('bank_reference')).toMatch(/^POSTMAN-\d+$/);
  });
});

interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, { schema: { $ref?: string } } | undefined> };
}
interface Schema {
  required?: string[];
  properties: Record<string, unknown>;
}

const noop = () => undefined;
const variables = new Map(collection.variable.map(({ key, value }) => [key, value]));
const resolved = (text: string) =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => variables.get(name) ?? '');

/** Runs the script of a folder as Postman does, on what Postman would send. */
function run(
  script: readonly string[],
  { request }: Request,
): { headers: Record<string, string>; body: string; target: string } {
  const path = `/${request.url.path.join('/')}`;
  const query = request.url.raw.split('?')[1];
  const target = query === undefined ? path : `${path}?${query}`;
  const { pm, headers } = postman({ method: request.method, target, body: request.body?.raw ?? '' });
  runInNewContext(script.join('\n'), { pm, CryptoJS });
  return { headers, body: resolved(request.body?.raw ?? ''), target: resolved(target) };
}

function postman(sent: { method: string; target: string; body: string }) {
  const headers: Record<string, string> = {};
  const pm = {
    request: {
      method: sent.method,
      url: { getPathWithQuery: () => sent.target },
      body: { raw: sent.body },
      headers: { upsert: ({ key, value }: { key: string; value: string }) => (headers[key] = value) },
    },
    variables: { get: (name: string) => variables.get(name), replaceIn: resolved },
    collectionVariables: { set: (name: string, value: string) => variables.set(name, value) },
  };
  return { pm, headers };
}

/** The part of CryptoJS that the scripts use, over node:crypto. */
const encoded = (digest: Buffer) => ({ toString: (encoding: BufferEncoding) => digest.toString(encoding) });
const CryptoJS = {
  SHA256: (text: string) => encoded(createHash('sha256').update(text).digest()),
  HmacSHA256: (text: string, key: string) => encoded(createHmac('sha256', key).update(text).digest()),
  HmacSHA512: (text: string, key: string) => encoded(createHmac('sha512', key).update(text).digest()),
  enc: { Hex: 'hex', Base64: 'base64' },
};
