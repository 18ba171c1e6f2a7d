import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../platform/config';
import type { OpenSession } from './sessions';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * The refresh token travels in a cookie no script can read. Under TLS it carries the `__Host-` prefix, which binds it
 * to this host; on a LAN without TLS browsers would drop such a cookie, so it has a plain name there.
 */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly options: { httpOnly: true; sameSite: 'strict'; path: string; secure: boolean };
  private readonly publicOrigin: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.name = config.secureCookies ? '__Host-tirtapay_refresh' : 'tirtapay_refresh';
    this.options = { httpOnly: true, sameSite: 'strict', path: '/', secure: config.secureCookies };
    this.publicOrigin = new URL(config.publicUrl).origin;
  }

  read(request: FastifyRequest): string | null {
    const value = request.cookies[this.name];
    return value !== undefined && TOKEN.test(value) ? value : null;
  }

  write(reply: FastifyReply, { refreshToken, expiresAt }: OpenSession): void {
    void reply.setCookie(this.name, refreshToken, { ...this.options, expires: expiresAt });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }

  /** The cookie goes along by itself, so the page that asks must be ours: the published origin or this very host. */
  isOurOrigin(request: FastifyRequest): boolean {
    const { origin, host } = request.headers;
    if (origin === undefined) return false;
    if (origin === this.publicOrigin) return true;
    return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
  }
}
