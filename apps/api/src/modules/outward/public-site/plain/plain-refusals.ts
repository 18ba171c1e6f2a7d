import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../../platform/config';
import { languageOf } from '../../../../platform/http';
import { toProblem } from '../../../../platform/problem';
import { PLAIN_ADDRESS, PLAIN_POLICY, plainPage } from './plain-html';
import { plainRefusal } from './plain-refusal';

const isPlain = (url: string) => url === PLAIN_ADDRESS || url.startsWith(`${PLAIN_ADDRESS}?`);

/** Whoever has no scripts can read no problem document: what fails at this address is answered by a page. */
@Injectable()
export class PlainRefusals {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Installed before the routes. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      if (isPlain(request.url))
        request.refuse = (error) => {
          this.refuse(error, request, reply);
        };
      done();
    });
  }

  private refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = toProblem(error);
    const language = languageOf(request.headers['accept-language']);
    if (problem.extras.retryAfter !== undefined)
      void reply.header('Retry-After', String(problem.extras.retryAfter));
    void reply
      .code(problem.status)
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Content-Security-Policy', PLAIN_POLICY)
      .send(
        plainPage(
          { language, sandbox: this.config.demo, number: '' },
          plainRefusal({ problem, number: '', language, requestId: request.id }),
        ),
      );
  }
}
