import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, type Operation } from './operations';
import { POSTMAN_SAMPLES, POSTMAN_VARIABLES, type PostmanSample } from './postman-samples';
import { SIGN_NATIVE, SIGN_SNAP } from './postman-scripts';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const DESCRIPTION = `Calls of a bank, signed before they are sent. Set api_key and api_secret, then run Verify, Process, Status from top to bottom.

The folder "SNAP BI" signs in the symmetric mode: put an access token (service 73, signed with your RSA key, which Postman does not hold) into snap_access_token.`;

type Json = Readonly<Record<string, unknown>>;

/**
 * A Postman collection (v2.1) of what banks may call: paths and names from the OpenAPI document, bodies from the
 * samples, a signing script per folder.
 */
export function postmanCollection(document: OpenAPIObject): Json {
  const operations = operationsOf(document).filter(({ path }) => !path.startsWith('/api/v1/webhook'));
  return {
    info: { name: `${document.info.title} – bank`, description: DESCRIPTION, schema: SCHEMA },
    variable: Object.entries(POSTMAN_VARIABLES).map(([key, value]) => ({ key, value, type: 'string' })),
    item: [
      folder(
        'Native API',
        SIGN_NATIVE,
        operations.filter(({ access }) => access === 'BANK'),
      ),
      folder(
        'SNAP BI',
        SIGN_SNAP,
        operations.filter(({ access }) => access === 'SNAP'),
      ),
    ],
  };
}

function folder(name: string, signing: string, operations: readonly Operation[]): Json {
  const item = operations.flatMap((operation) => {
    const sample = POSTMAN_SAMPLES[operation.id];
    return sample === undefined ? [] : [request(operation, sample)];
  });
  return { name, event: [script('prerequest', signing)], item };
}

function request({ method, path, id, summary }: Operation, sample: PostmanSample): Json {
  const query = Object.entries(sample.query ?? {}).map(([key, value]) => ({ key, value }));
  const search = query.map(({ key, value }) => `${key}=${value}`).join('&');
  return {
    name: id,
    event: sample.after === undefined ? [] : [script('test', sample.after)],
    request: {
      method,
      description: summary,
      header: sample.body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }],
      ...(sample.body === undefined
        ? {}
        : { body: { mode: 'raw', raw: sample.body, options: { raw: { language: 'json' } } } }),
      url: {
        raw: `{{base_url}}${path}${search === '' ? '' : `?${search}`}`,
        host: ['{{base_url}}'],
        path: path.split('/').slice(1),
        ...(query.length === 0 ? {} : { query }),
      },
    },
  };
}

function script(listen: 'prerequest' | 'test', text: string): Json {
  return { listen, script: { type: 'text/javascript', exec: text.trim().split('\n') } };
}
