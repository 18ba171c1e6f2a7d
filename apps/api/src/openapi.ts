import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The REST contract as a document: served under /api/docs and committed as docs/openapi.json. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('TirtaPay API')
    .setDescription(
      'Payment system for municipal water utilities. Money is integer rupiah; errors are RFC 9457 problem+json with a stable code.',
    )
    .setVersion('1')
    .addBearerAuth()
    .addSecurity('bank-signature', { type: 'apiKey', in: 'header', name: 'X-Api-Key' })
    .addSecurity('partner-signature', { type: 'apiKey', in: 'header', name: 'X-Api-Key' })
    .addSecurity('snap-signature', { type: 'apiKey', in: 'header', name: 'X-SIGNATURE' })
    .build();
  return SwaggerModule.createDocument(app, description);
}
