import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { currentContext } from '../context';

/** Nest's logger over pino: one JSON line per event, with the request id, never a body or a header. */
class PinoLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    parameters: unknown[],
  ): void {
    const context = parameters.at(-1);
    const fields = {
      context: typeof context === 'string' ? context : undefined,
      request_id: currentContext()?.requestId,
    };
    if (message instanceof Error)
      this.logger[level](
        { ...fields, err: { type: message.name, message: message.message, stack: message.stack } },
        message.name,
      );
    else this.logger[level](fields, String(message));
  }

  log(message: unknown, ...parameters: unknown[]): void {
    this.write('info', message, parameters);
  }
  error(message: unknown, ...parameters: unknown[]): void {
    this.write('error', message, parameters);
  }
  warn(message: unknown, ...parameters: unknown[]): void {
    this.write('warn', message, parameters);
  }
  debug(message: unknown, ...parameters: unknown[]): void {
    this.write('debug', message, parameters);
  }
  verbose(message: unknown, ...parameters: unknown[]): void {
    this.write('trace', message, parameters);
  }
  fatal(message: unknown, ...parameters: unknown[]): void {
    this.write('fatal', message, parameters);
  }
}

export function createLogger(level: string): LoggerService {
  return new PinoLogger(pino({ level }));
}
