import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: { readonly type?: string; readonly format?: string; readonly pattern?: string };
}

export interface DocumentedOperation {
  readonly path: string;
  readonly method: string;
  readonly parameters: readonly Parameter[];
}

interface Document {
  readonly paths: Record<string, Record<string, { parameters?: readonly Parameter[] }>>;
}

/** Every operation of docs/openapi.json: what a test must hold for all of them, it finds here. */
export const DOCUMENTED_OPERATIONS: readonly DocumentedOperation[] = Object.entries(
  (JSON.parse(readFileSync(join(__dirname, '../../../../docs/openapi.json'), 'utf8')) as Document).paths,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [] }]) => ({
    path,
    method: method.toUpperCase(),
    parameters,
  })),
);

const isQuery = (name: string) => (parameter: Parameter) =>
  parameter.in === 'query' && parameter.name === name;

/** Lists in pages, and their exports. */
export const DOCUMENTED_LISTS = DOCUMENTED_OPERATIONS.filter(
  ({ method, path, parameters }) =>
    method === 'GET' &&
    (parameters.some(isQuery('page_size')) || (path.endsWith('/export') && parameters.some(isQuery('sort')))),
);
