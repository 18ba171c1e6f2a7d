import helmet from 'helmet';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

const OPTIONS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      // the decoder of bar codes is WebAssembly of ours; it opens no door to `eval`
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      // component libraries set style attributes; scripts and style sheets come from files only
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      styleSrcElem: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
} as const;

/**
 * The security headers, the same on every answer. They are asked of the library once: working them out anew for each
 * call was a twentieth of what an inquiry costs this process.
 */
export function securityHeaders(): Promise<Readonly<Record<string, string>>> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  return new Promise((resolve, reject) => {
    helmet(OPTIONS)(request, response, (error?: unknown) => {
      if (error === undefined)
        resolve(
          Object.fromEntries(
            Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
          ),
        );
      else reject(error instanceof Error ? error : new Error('no security headers'));
    });
  });
}
