import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiAcceptedResponse } from '@nestjs/swagger';

/** What was asked for is taken and not done: a second person, or a job, does it. Answered 202 with what to follow it by. */
export function Accepted(answer: Type): MethodDecorator {
  return applyDecorators(HttpCode(202), ApiAcceptedResponse({ type: answer }));
}
