import type { OpenAPIObject } from '@nestjs/swagger';

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  /** `PUBLIC`, `BANK`, …, or the permission. */
  readonly access: string;
  readonly parameters: readonly Parameter[];
  /** Name of the schema, `[]` behind it for a list. */
  readonly requestSchema: string | null;
  readonly answers: readonly { readonly status: string; readonly schema: string | null }[];
}

interface Parameter {
  readonly name: string;
  readonly place: string;
  readonly required: boolean;
  readonly text: string;
}

interface SchemaLike {
  readonly $ref?: string;
  readonly type?: string;
  readonly items?: SchemaLike;
  readonly enum?: readonly unknown[];
}

interface ContentLike {
  readonly content?: Readonly<Record<string, { readonly schema?: SchemaLike }>>;
}

interface OperationLike {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: SchemaLike;
  }[];
  readonly requestBody?: ContentLike;
  readonly responses?: Readonly<Record<string, ContentLike>>;
  readonly 'x-access'?: { readonly kind: string; readonly permission?: string };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The operations of an OpenAPI document, flat, in its order. */
export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Readonly<Record<string, unknown>>)[method] as OperationLike | undefined;
      return operation === undefined ? [] : [flat(method, path, operation)];
    }),
  );
}

function flat(method: string, path: string, operation: OperationLike): Operation {
  const access = operation['x-access'];
  return {
    method: method.toUpperCase(),
    path,
    id: operation.operationId ?? `${method} ${path}`,
    tag: operation.tags?.[0] ?? 'other',
    summary: operation.summary ?? '',
    access: access?.permission ?? access?.kind ?? '',
    parameters: (operation.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      place: parameter.in,
      required: parameter.required === true,
      text: [parameter.schema?.enum?.join(' | ') ?? parameter.schema?.type, parameter.description]
        .filter((part) => part !== undefined)
        .join(' – '),
    })),
    requestSchema: schemaOf(operation.requestBody),
    answers: Object.entries(operation.responses ?? {}).map(([status, answer]) => ({
      status,
      schema: schemaOf(answer),
    })),
  };
}

function schemaOf(part: ContentLike | undefined): string | null {
  const [content] = Object.values(part?.content ?? {});
  return content?.schema === undefined ? null : nameOf(content.schema);
}

function nameOf(schema: SchemaLike): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? schema.$ref;
  if (schema.type === 'array' && schema.items !== undefined) return `${nameOf(schema.items)}[]`;
  return schema.type ?? 'object';
}
