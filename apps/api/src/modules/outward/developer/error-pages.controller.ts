import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../../platform/access';
import { currentLanguage } from '../../../platform/context';
import { errorHtml } from './error-html';

/** Where the `type` of every problem document leads: outside /api, and a page, not part of the contract. */
@ApiExcludeController()
@Controller('docs')
export class ErrorPagesController {
  @Get('errors')
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  errors(): string {
    return errorHtml(currentLanguage());
  }
}
