import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testApp, type HttpCaller } from '../support';

/* Every text a request may hold, in every operation of the documentation, is given what no field takes. */

const app = testApp({ jobs: false });

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly maxLength?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
}

interface Operation {
  readonly 'x-access'?: { readonly kind: string };
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
}

const document = JSON.parse(readFileSync(join(__dirname, '../../../../docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

function bodyOf(operation: Operation): Schema | undefined {
  const schema = operation.requestBody?.content['application/json']?.schema;
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : document.components.schemas[name];
}

/** Operations of staff and public with their fields of one line: name, fields, where it is. */
const LINES = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) => {
    if (['BANK', 'PARTNER'].includes(operation['x-access']?.kind ?? '') || path.startsWith('/api/snap/'))
      return [];
    const fields = Object.entries(bodyOf(operation)?.properties ?? {})
      .filter(([, schema]) => schema.type === 'string' && schema.pattern !== undefined)
      .map(([field]) => field);
    const at = { method: method.toUpperCase(), path: path.replaceAll(/\{[^}]+\}/g, '1') };
    return fields.length === 0 ? [] : [[`${at.method} ${at.path}`, fields, at] as const];
  }),
);

const HOSTILE = [
  ['a tab', 'nama\tpanjang sekali'],
  ['a line break', 'nama\npanjang sekali'],
  ['a carriage return', 'nama\rpanjang sekali'],
  ['NUL', 'nama\u0000panjang sekali'],
  ['an escape', 'nama\u001bpanjang sekali'],
  ['a line separator', 'nama\u2028panjang sekali'],
  ['a bidirectional override', 'nama\u202epanjang sekali'],
  ['a zero-width space', 'nama\u200bpanjang sekali'],
  ['a lone surrogate', 'nama\ud800panjang sekali'],
] as const;

/** What no text of any request may hold: refused at the first field it stands in, before the others are looked at. */
const NOWHERE = new Set<string>(['NUL', 'an escape', 'a bidirectional override', 'a lone surrogate']);

interface Refusal {
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

const ENGLISH = /\b(must|should|not|the|characters|each|valid|property|exist)\b|[\^$\\]|\[0-9/i;

let caller: HttpCaller;

beforeAll(async () => {
  caller = await app.as('super');
});

/** What is said of each field when the same text stands in all of them. */
async function saidOf(
  fields: readonly string[],
  { method, path }: { readonly method: string; readonly path: string },
  text: string,
): Promise<(field: string) => readonly string[]> {
  const body = Object.fromEntries(fields.map((field) => [field, text]));
  const answer = await caller.call<Refusal>(method, path, body);
  expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
  return (field) =>
    (answer.body.errors ?? []).filter(({ pointer }) => pointer === `/${field}`).map(({ message }) => message);
}

it('finds the fields', () => {
  expect(LINES.flatMap(([, fields]) => fields).length).toBeGreaterThan(25);
});

it.each(LINES)('%s takes one line of printable text in %j', async (_, fields, at) => {
  for (const [what, text] of HOSTILE)
    for (const together of NOWHERE.has(what) ? fields.map((field) => [field]) : [fields]) {
      const said = await saidOf(together, at, text);
      expect([what, together.filter((field) => said(field).length === 0)]).toEqual([what, []]);
    }
});

it.each(LINES)('%s says what it asks for in %j, not that its form is wrong', async (_, fields, at) => {
  const said = await saidOf(fields, at, '§ ? §');
  expect(fields.filter((field) => said(field).includes('Bentuknya tidak sesuai.'))).toEqual([]);
});

it('says of a field that is missing that alone', async () => {
  const { errors } = (await caller.post<Refusal>('/customers', { name: null, meter: 7 })).body;
  expect(errors).toEqual([
    { pointer: '/name', code: 'isString', message: 'Wajib diisi.' },
    { pointer: '/address', code: 'isString', message: 'Wajib diisi.' },
    { pointer: '/region_id', code: 'isInt', message: 'Wajib diisi.' },
    { pointer: '/route_id', code: 'isInt', message: 'Wajib diisi.' },
    { pointer: '/tariff_id', code: 'isInt', message: 'Wajib diisi.' },
    { pointer: '/meter', code: 'isObject', message: 'Isi dengan objek.' },
  ]);
});

const BODIES: readonly unknown[] = [
  {},
  { surprise: 1 },
  ...[7, true, [], {}, 'x'.repeat(6_000), '\t', -1, 0.5, 1e15, null, ''].map((value) => value),
];

/** The same wrong value in every field at once. */
function filledWith(schema: Schema | undefined, value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.keys(schema?.properties ?? {}).map((name) => [name, value]));
}

const OPERATIONS = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(
      ([, operation]) =>
        bodyOf(operation) !== undefined &&
        !['BANK', 'PARTNER'].includes(operation['x-access']?.kind ?? '') &&
        !path.startsWith('/api/snap/') &&
        !path.includes('/auth/'),
    )
    .map(([method, operation]) => ({ path, method: method.toUpperCase(), body: bodyOf(operation) })),
);

it.each(OPERATIONS.map((one) => [`${one.method} ${one.path}`, one] as const))(
  '%s refuses in Indonesian, without regular expressions',
  async (_, { path, method, body }) => {
    for (const value of BODIES) {
      const sent =
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? value
          : filledWith(body, value);
      const answer = await caller.call<Refusal | undefined>(
        method,
        path.replaceAll(/\{[^}]+\}/g, '999999999'),
        sent,
      );
      for (const { message } of answer.body?.errors ?? []) expect(message).not.toMatch(ENGLISH);
    }
  },
);

/** Every day and instant a request may name: in the body, one level into it, and in the address. */
const DAYS = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, operation]) => {
    if (['BANK', 'PARTNER'].includes(operation['x-access']?.kind ?? '') || path.startsWith('/api/snap/'))
      return [];
    const isDay = ({ format }: Schema) => format === 'date' || format === 'date-time';
    const one = (field: string, schema: Schema, inside?: string) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{[^}]+\}/g, '1'),
      pointer: inside === undefined ? `/${field}` : `/${inside}/${field}`,
      body: (day: string) => {
        const value = schema.format === 'date' ? day : `${day}T09:00:00+08:00`;
        return inside === undefined ? { [field]: value } : { [inside]: { [field]: value } };
      },
    });
    const body = Object.entries(bodyOf(operation)?.properties ?? {}).flatMap(([field, schema]) => {
      if (isDay(schema)) return [one(field, schema)];
      const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
      const inner = name === undefined ? undefined : document.components.schemas[name];
      return Object.entries(inner?.properties ?? {})
        .filter(([, part]) => isDay(part))
        .map(([part, kind]) => one(part, kind, field));
    });
    const address = (operation.parameters ?? [])
      .filter(
        (parameter) => parameter.in === 'query' && parameter.schema !== undefined && isDay(parameter.schema),
      )
      .map(({ name }) => ({
        method: method.toUpperCase(),
        path: path.replaceAll(/\{[^}]+\}/g, '1'),
        pointer: `?${name}`,
        body: null,
      }));
    return [...body, ...address];
  }),
);

it('finds the days', () => {
  expect(DAYS.filter(({ pointer }) => pointer.startsWith('?')).length).toBeGreaterThan(10);
  expect(DAYS.filter(({ pointer }) => pointer.startsWith('/')).length).toBeGreaterThan(10);
});

it.each(DAYS.map((one) => [`${one.method} ${one.path} ${one.pointer}`, one] as const))(
  '%s refuses a day that does not exist, and says where it stands',
  async (_, { method, path, pointer, body }) => {
    for (const day of ['2026-02-31', '2025-02-29', '2026-04-31']) {
      const answer =
        body === null
          ? await caller.call<Refusal>(method, `${path}${pointer}=${day}`)
          : await caller.call<Refusal>(method, path, body(day));
      expect([answer.status, (answer.body.errors ?? []).map((error) => error.pointer)]).toEqual([
        400,
        expect.arrayContaining([pointer]),
      ]);
    }
  },
);

it('speaks English to those who ask for it', async () => {
  const answer = await caller.post<Refusal>(
    '/regions',
    { code: 'x' },
    { headers: { 'accept-language': 'en' } },
  );
  expect(answer.body.errors).toEqual([
    { pointer: '/code', code: 'matches', message: 'Write two digits other than 00.' },
    { pointer: '/name', code: 'isString', message: 'Required.' },
  ]);
});

describe('a customer', () => {
  it.each([
    ['/phone', { phone: '(0401) 312345' }, true],
    ['/phone', { phone: '0812 abc' }, false],
    ['/nik', { nik: '0000000000000000' }, false],
    ['/nik', { nik: '7471013204890099' }, false],
  ] as const)('%s %j: taken %s', async (pointer, change, taken) => {
    const customer = await app.make.customer();
    const path = `/customers/${String(customer.id)}`;
    const { version } = (await caller.get<{ version: number }>(path)).body;
    const answer = await caller.patch<Refusal>(path, { version, ...change });
    expect(answer.status).toBe(taken ? 200 : 400);
    if (!taken) expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('that is registered with a NIK of another is told so in the language of the reader', async () => {
    const admin = await app.as('admin');
    const [first, second] = [await app.make.customer(), await app.make.customer()];
    const nik = '7471012304890099';
    const change = async (id: number, language: string) => {
      const path = `/customers/${String(id)}`;
      const { version } = (await admin.get<{ version: number }>(path)).body;
      return admin.patch<Refusal>(path, { version, nik }, { headers: { 'accept-language': language } });
    };
    expect((await change(first.id, 'id')).status).toBe(200);
    expect((await change(second.id, 'id')).body.errors?.[0]?.message).toBe(
      'Pelanggan lain sudah terdaftar dengan NIK ini.',
    );
    expect((await change(second.id, 'en')).body.errors?.[0]?.message).toBe(
      'Another customer is registered with this NIK.',
    );
  });
});

describe('a list of ids', () => {
  const LISTS = [
    ['POST', '/instalment-plans/preview', '/bill_ids', { customer_id: 1, count: 2, first_due: '2026-02-20' }],
    ['POST', '/meter-readings/verify-batch', '/ids', { severities: ['OK'] }],
    ['PUT', '/reading-rounds', '/customer_ids', { route_id: 1 }],
    [
      'POST',
      '/reconciliation/items/1/adjustment',
      '/payment_ids',
      { action: 'ASSIGN', reason: 'Setoran gabungan' },
    ],
  ] as const;

  it.each(LISTS)('%s %s holds ids only, each once', async (method, path, pointer, body) => {
    for (const ids of [[1e20], [1e300], [1.5], [0], ['abc'], [1, 1]]) {
      const answer = await caller.call<Refusal>(method, path, { ...body, [pointer.slice(1)]: ids });
      expect([
        ids,
        answer.status,
        answer.body.errors?.map((error) => error.pointer.slice(0, pointer.length)),
      ]).toEqual([ids, 400, [pointer]]);
    }
  });
});

describe('a day or a month', () => {
  it.each([
    [
      '/waiver-programmes/preview',
      '/valid_from',
      { valid_from: '2999-01-01', valid_to: '2999-12-31', mode: 'AMOUNT', amount: 1_000 },
    ],
    [
      '/waiver-programmes/preview',
      '/valid_from',
      { valid_from: '2100-01-01', valid_to: '2098-12-31', mode: 'AMOUNT', amount: 1_000 },
    ],
    ['/bill-runs/preview', '/period', { period: '1900-12' }],
  ] as const)('%s is one that people name: %s', async (path, pointer, body) => {
    const answer = await caller.post<Refusal>(path, { name: 'Pemutihan akhir', ...body });
    expect([answer.status, answer.body.errors?.map((error) => error.pointer)]).toEqual([
      400,
      expect.arrayContaining([pointer]),
    ]);
  });

  it('may be the last one of them', async () => {
    const days = { valid_from: '2099-12-31', valid_to: '2099-12-31', mode: 'AMOUNT', amount: 1_000 };
    expect(
      (await caller.post('/waiver-programmes/preview', { name: 'Pemutihan akhir', ...days })).status,
    ).toBe(200);
  });
});
