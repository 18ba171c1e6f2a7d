import type { OpenAPIObject } from '@nestjs/swagger';
import { DeveloperDocuments } from './developer-documents';

const DOCUMENT: OpenAPIObject = {
  openapi: '3.0.0',
  info: { title: 'API', version: '1', description: 'Of a test.' },
  paths: {},
};

it('writes what anybody may ask for once, and not for each who asks', () => {
  const documents = new DeveloperDocuments();
  let described = 0;
  documents.describedBy(() => {
    described += 1;
    return DOCUMENT;
  });
  expect(JSON.parse(documents.openApiBytes().toString())).toEqual(DOCUMENT);
  expect(documents.page('id').toString()).toContain('<html lang="id">');
  for (const bytes of [
    () => documents.openApiBytes(),
    () => documents.postmanBytes(),
    () => documents.page('en'),
  ])
    expect(bytes()).toBe(bytes());
  expect(described).toBe(1);
});
