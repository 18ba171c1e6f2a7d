import { RouteConfig } from '@nestjs/platform-fastify';
import { parseStrictJson } from '@tirtapay/bank-protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem';
import { jsonSays } from './sentences';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body exactly as received: signatures are over bytes, never over re-serialised JSON. */
    rawBody?: Buffer;
    /** What is wrong with a bank's body; raised after the signature was checked. */
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

/** Bodies of these paths keep bank-grade number rules: 1e4 and 10000.00 are not rupiah. */
const BANK_PATHS = /^\/api\/(v1\/payment|webhook|v1\/webhook)\//;
/** SNAP bodies carry amounts as text and fields we do not know: their numbers are not ours to judge. */
export const SNAP_ROOT = '/api/snap/';

/** Signed calls, of either protocol. */
function isForBanks(url: string): boolean {
  return BANK_PATHS.test(url) || url.startsWith(SNAP_ROOT);
}

/** Reads every JSON body by the strict rules, and keeps its bytes. Installed before the routes. */
export function acceptJson(
  fastify: Pick<FastifyInstance, 'addContentTypeParser' | 'removeAllContentTypeParsers' | 'addHook'>,
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
      const bank = BANK_PATHS.test(request.url);
      const signed = isForBanks(request.url);
      const large = request.routeOptions.config.largeBody === true;
      const parsed = parseStrictJson(raw, {
        maxBytes: large ? LARGE_BODY_LIMIT : BODY_LIMIT,
        ...(large ? { maxValues: LARGE_BODY_VALUES } : {}),
        plainIntegersOnly: bank,
        allowLineBreaks: !bank,
      });
      if (parsed.ok) {
        done(null, parsed.value);
        return;
      }
      const { pointer, code } = parsed.problem;
      const message = jsonSays(parsed.problem, signed);
      const refusal = new Problem('request.invalid', { errors: [{ pointer, code, message }] });
      if (signed) {
        // A bank's body is judged only after its signature: until then everything wrong looks the same.
        request.bodyProblem = refusal;
        done(null, undefined);
      } else done(refusal, undefined);
    },
  );
}
