import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ErrorCode } from '@tirtapay/contracts';
import { Problem } from '../problem';

const ID = /^[1-9][0-9]{0,14}$/;

/**
 * A numeric id in the path. What is no id names nothing, so it is answered with the resource's own "not found". Read
 * from the raw path: a number conversion before it would accept `0x10` and `1e3`.
 */
export function IdParam(name: string, notFound: ErrorCode): ParameterDecorator {
  const read = createParamDecorator((_: unknown, execution: ExecutionContext): number => {
    const { params } = execution
      .switchToHttp()
      .getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
    const text = params[name] ?? '';
    if (!ID.test(text)) throw new Problem(notFound);
    return Number(text);
  });
  return (target, property, index) => {
    read()(target, property, index);
    if (property === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, property);
    if (descriptor !== undefined)
      ApiParam({ name, schema: { type: 'integer', minimum: 1 } })(target, property, descriptor);
  };
}
