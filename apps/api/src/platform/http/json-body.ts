import { RouteConfig } from '@nestjs/platform-fastify';
import { parseStrictJson } from '@tirtapay/bank-protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem';
import type { AddressBook } from './addresses';
import { jsonSays } from './sentences';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body exactly as received: signatures are over bytes, never over re-serialised JSON. */
    rawBody?: Buffer;
    /** What is wrong with a signed body; raised after the signature was checked. */
    bodyProblem?: Problem;
  }
  interface FastifyContextConfig {
    /** Set by `@LargeBody()`. */
    largeBody?: true;
  }
}

/** No message of a person or a bank is longer. */
export const BODY_LIMIT = 65_536;
const LARGE_BODY_LIMIT = 1_048_576;
const LARGE_BODY_VALUES = 20_000;

/** For the few routes of staff that take many rows or a whole text at once: 1 MiB, 20,000 values. */
export const LargeBody = () => RouteConfig({ largeBody: true });

/** Reads every JSON body by the strict rules, and keeps its bytes. Installed before the routes. */
export function acceptJson(
  fastify: Pick<FastifyInstance, 'addContentTypeParser' | 'removeAllContentTypeParsers' | 'addHook'>,
  addresses: AddressBook,
): void {
  fastify.addHook('onRoute', (route) => {
    if (route.config?.largeBody === true) route.bodyLimit = LARGE_BODY_LIMIT;
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body, done) => {
      const raw = body as Buffer;
      request.rawBody = raw;
      if (raw.length === 0) {
        done(null, undefined);
        return;
      }
      const numbers = addresses.numbersAt(request.url);
      const signed = numbers !== null;
      const plain = numbers === 'PLAIN_INTEGERS';
      const large = request.routeOptions.config.largeBody === true;
      const parsed = parseStrictJson(raw, {
        maxBytes: large ? LARGE_BODY_LIMIT : BODY_LIMIT,
        ...(large ? { maxValues: LARGE_BODY_VALUES } : {}),
        plainIntegersOnly: plain,
        allowLineBreaks: !plain,
      });
      if (parsed.ok) {
        done(null, parsed.value);
        return;
      }
      const { pointer, code } = parsed.problem;
      const message = jsonSays(parsed.problem, signed);
      const refusal = new Problem('request.invalid', { errors: [{ pointer, code, message }] });
      if (signed) {
        // A signed body is judged only after its signature: until then everything wrong looks the same.
        request.bodyProblem = refusal;
        done(null, undefined);
      } else done(refusal, undefined);
    },
  );
}
