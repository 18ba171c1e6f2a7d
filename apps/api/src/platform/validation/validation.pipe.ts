import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem, type FieldError } from '../problem';

const MAX_REPORTED = 20;

function flatten(errors: readonly ValidationError[], prefix: string, query: boolean): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = query
      ? `?${error.property}`
      : `${prefix}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer: pointer.slice(0, 200),
      code: rule === 'whitelistValidation' ? 'unknown_property' : rule,
      message: message.slice(0, 200),
    }));
    return [...own, ...flatten(error.children ?? [], pointer, query)];
  });
}

/** Unknown properties, wrong types and values out of range are answered 400 with a pointer to each. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Problem('request.invalid', { errors: flatten(errors, '', false).slice(0, MAX_REPORTED) }),
  });
}
