import { RequestMethod, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { NativeChannel, RefusalCount, SnapAnswers } from './modules/bank-gateway/security';
import { RefusalWitness } from './modules/outward/bank-lab';
import { DeveloperDocuments } from './modules/outward/developer';
import { PlainRefusals } from './modules/outward/public-site';
import { ADDRESSES, UNREADABLE_URLS } from './house';
import { openApiDocument } from './openapi';
import type { Clock } from './platform/clock';
import type { Config } from './platform/config';
import { answerOtherMethods, createAdapter, setUpHttp } from './platform/http';
import { validationPipe } from './platform/validation';

/** Builds the application without listening: the server, the tests and the OpenAPI generator share it. */
export async function createApp(
  config: Config,
  clock: Clock,
  logger: LoggerService | false,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.of(config, clock),
    createAdapter(UNREADABLE_URLS),
    {
      logger,
      bodyParser: false,
      abortOnError: false,
    },
  );
  await setUpHttp(app, config, ADDRESSES);
  app.get(NativeChannel).install(app.getHttpAdapter().getInstance());
  app.get(SnapAnswers).install(app.getHttpAdapter().getInstance());
  app.get(RefusalCount).install(app.getHttpAdapter().getInstance());
  app.get(PlainRefusals).install(app.getHttpAdapter().getInstance());
  app.get(RefusalWitness).install(app.getHttpAdapter().getInstance());
  answerOtherMethods(app.getHttpAdapter().getInstance(), ADDRESSES);
  app.setGlobalPrefix('api', {
    exclude: [
      { path: 'health/live', method: RequestMethod.GET },
      { path: 'health/ready', method: RequestMethod.GET },
      { path: 'docs/errors', method: RequestMethod.GET },
      ...ADDRESSES.pages.map((page) => ({ path: page.slice(1), method: RequestMethod.ALL })),
    ],
  });
  app.useGlobalPipes(validationPipe());
  app.get(DeveloperDocuments).describedBy(() => openApiDocument(app));
  return app;
}
