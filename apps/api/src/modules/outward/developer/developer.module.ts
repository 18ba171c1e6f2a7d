import { Module } from '@nestjs/common';
import { DeveloperController } from './developer.controller';
import { DeveloperDocuments } from './developer-documents';
import { ErrorPagesController } from './error-pages.controller';

@Module({
  controllers: [DeveloperController, ErrorPagesController],
  providers: [DeveloperDocuments],
})
export class DeveloperModule {}
