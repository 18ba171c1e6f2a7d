import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Operation {
  readonly operationId: string;
  readonly 'x-access'?: { readonly kind: string };
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

export interface PublicOperation {
  readonly name: string;
  readonly method: string;
  /** As documented, placeholders included. */
  readonly path: string;
  readonly pathFields: readonly string[];
  readonly queryFields: readonly string[];
  readonly bodyFields: readonly string[];
}

const document = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'openapi.json'), 'utf8'),
) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

function bodyFieldsOf({ requestBody }: Operation): string[] {
  const schema = requestBody?.content?.['application/json']?.schema;
  const named =
    schema?.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
  return Object.keys(named?.properties ?? {});
}

/** What anybody may call, from the document the API publishes: a new operation cannot be forgotten. */
export const PUBLIC_OPERATIONS: readonly PublicOperation[] = Object.entries(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      if (operation['x-access']?.kind !== 'PUBLIC') return [];
      const parameters = operation.parameters ?? [];
      const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name);
      return [
        {
          name: operation.operationId,
          method: method.toUpperCase(),
          path,
          pathFields: named('path'),
          queryFields: named('query'),
          bodyFields: bodyFieldsOf(operation),
        },
      ];
    }),
);
