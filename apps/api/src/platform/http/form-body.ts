import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set by `@FormBody()`. */
    formBody?: true;
  }
}

/** A few short fields; nobody sends more by hand. */
const FORM_LIMIT = 2_048;

/** For a route that is the target of an HTML form: its body is a record of texts, of a repeated name the last. */
export const FormBody = () => RouteConfig({ formBody: true });

/** On those routes only: elsewhere a form is as unwelcome as any other body that is no JSON. */
export function acceptForms(fastify: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_LIMIT },
    (request: FastifyRequest, body, done) => {
      if (request.routeOptions.config.formBody === true)
        done(null, Object.fromEntries(new URLSearchParams(String(body))));
      else done(new Problem('request.unsupported_media'), undefined);
    },
  );
}
