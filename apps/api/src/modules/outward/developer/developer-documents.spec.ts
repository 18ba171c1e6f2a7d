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

it('writes nothing anew for the first who asks, where a server wrote it before it listened', () => {
  const documents = new DeveloperDocuments();
  let described = 0;
  documents.describedBy(() => {
    described += 1;
    return DOCUMENT;
  });
  documents.write();
  expect(described).toBe(1);
  documents.describedBy(() => {
    throw new Error('nobody is described while somebody waits');
  });
  expect(JSON.parse(documents.openApiBytes().toString())).toEqual(DOCUMENT);
  expect(documents.page('en').toString()).toContain('<html lang="en">');
  expect(documents.postmanBytes().length).toBeGreaterThan(0);
});
