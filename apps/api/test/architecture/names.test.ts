import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';

const ROOT = resolve(__dirname, '../../../..');
const document = JSON.parse(readFileSync(resolve(ROOT, 'docs/openapi.json'), 'utf8')) as OpenAPIObject;
const operations = Object.values(document.paths).flatMap(({ get, post, put, patch, delete: remove }) =>
  [get, post, put, patch, remove].flatMap((operation) => (operation === undefined ? [] : [operation])),
);

/** Names of the schemas a piece of the document points to; a choice of words is no body and no answer. */
function named(piece: unknown): string[] {
  const names = [...JSON.stringify(piece ?? {}).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
  return [...new Set(names.map(([, name]) => name ?? ''))].filter((name) => {
    const schema = document.components?.schemas?.[name];
    return schema !== undefined && !('enum' in schema);
  });
}

describe('the words of the house', () => {
  it('end a request body with Body and an answer with Dto', () => {
    const bodies = operations.flatMap(({ requestBody }) => named(requestBody));
    const answers = operations.flatMap(({ responses }) => named(responses));
    expect(bodies.length).toBeGreaterThan(50);
    expect(answers.length).toBeGreaterThan(80);
    expect(bodies.filter((name) => !name.endsWith('Body'))).toEqual([]);
    expect(answers.filter((name) => !name.endsWith('Dto'))).toEqual([]);
  });

  it('are Body and Dto for what is inside them, too', () => {
    const schemas = Object.entries(document.components?.schemas ?? {});
    const objects = schemas.filter(([, schema]) => 'type' in schema && schema.type === 'object');
    expect(objects.map(([name]) => name).filter((name) => !/(Body|Dto)$/.test(name))).toEqual([]);
  });

  it('say null among the words of a choice that may be empty, or whoever reads the document takes it for never empty', () => {
    interface Field {
      readonly nullable?: boolean;
      readonly enum?: readonly unknown[];
    }
    const fields = Object.entries(document.components?.schemas ?? {}).flatMap(([name, schema]) =>
      Object.entries(('properties' in schema ? schema.properties : undefined) ?? {}).map(
        ([key, field]) => [`${name}.${key}`, field as Field] as const,
      ),
    );
    const empty = fields.filter(([, { nullable, enum: words }]) => nullable === true && words !== undefined);
    expect(empty.length).toBeGreaterThan(3);
    expect(empty.filter(([, field]) => field.enum?.includes(null) !== true).map(([name]) => name)).toEqual(
      [],
    );
  });

  it('call a checkout a checkout: the other word lives only in rows, addresses, codes and fields others know', () => {
    const known =
      /Intents1760000000007|Intents0007|0007-intents|intent_(?:token|id|amount|status)\b|intentId\b|\/intents\b|EXPIRED_INTENT|INTENT_UNSETTLED|'INTENT'|\bintent\.[a-z_]+\b|^ +"?intent"?: /gm;
    const files = execFileSync('git', ['ls-files', 'apps', 'libs', 'bench'], { cwd: ROOT, encoding: 'utf8' })
      .split('\n')
      .filter((file) => /\.(ts|tsx|css|json)$/.test(file))
      .filter(
        (file) => !/\/schema\/\d|libs\/api-client\/src\//.test(file) && !file.endsWith('/names.test.ts'),
      );
    const strayed = files.filter((file) => {
      const text = readFileSync(resolve(ROOT, file), 'utf8');
      return /intent/i.test(text.replace(known, '')) || /intent/i.test(file);
    });
    expect(strayed).toEqual([]);
  });
});
