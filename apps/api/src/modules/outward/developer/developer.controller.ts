import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ERROR_CATALOGUE, ERROR_CODES } from '@tirtapay/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../platform/access';
import { currentLanguage } from '../../../platform/context';
import { DeveloperDocuments } from './developer-documents';
import { ErrorEntryDto } from './dto/error-entry.dto';

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

/** For people who write against the API. */
@ApiTags('developer')
@Controller()
export class DeveloperController {
  constructor(private readonly documents: DeveloperDocuments) {}

  @Get('v1/errors-catalogue')
  @Public()
  @ApiOperation({ operationId: 'listErrorCatalogue', summary: 'Every error code: cause, fix, safe to retry' })
  @ApiOkResponse({ type: [ErrorEntryDto] })
  errors(): ErrorEntryDto[] {
    return ERROR_CODES.map((code) => {
      const { status, title, cause, fix, safeToRetry, audience } = ERROR_CATALOGUE[code];
      return { code, status, title, cause, fix, safe_to_retry: safeToRetry, audience: [...audience] };
    });
  }

  @Get('docs')
  @Public()
  @ApiOperation({
    operationId: 'getApiDocumentation',
    summary: 'The operations as a page, or the OpenAPI document when JSON is asked for',
  })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ schema: { type: 'string' } })
  docs(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    const json = /\bjson\b/.test(request.headers.accept ?? '');
    void reply.header('Content-Type', json ? JSON_TYPE : HTML_TYPE).header('Vary', 'Accept, Accept-Language');
    return json ? this.documents.openApiBytes() : this.documents.page(currentLanguage());
  }

  @Get('docs/openapi.json')
  @Public()
  @Header('Content-Type', JSON_TYPE)
  @ApiOperation({ operationId: 'getOpenApiDocument', summary: 'The OpenAPI document' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  openApi(): Buffer {
    return this.documents.openApiBytes();
  }

  @Get('docs/postman.json')
  @Public()
  @Header('Content-Type', JSON_TYPE)
  @ApiOperation({
    operationId: 'getPostmanCollection',
    summary: 'Calls of a bank for Postman, signed by a script',
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  postman(): Buffer {
    return this.documents.postmanBytes();
  }
}
