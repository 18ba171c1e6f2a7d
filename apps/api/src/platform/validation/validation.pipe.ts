import {
  ValidationPipe,
  type ArgumentMetadata,
  type PipeTransform,
  type ValidationError,
} from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidatorOptions } from 'class-validator';
import { Problem, type FieldError } from '../problem';
import { flatRulesOf, isFlatBody, keepsAllRules, type FlatRules } from './flat-body';
import { fieldSays, type RuleContext } from './sentences';

const MAX_REPORTED = 60;
/** A field that was left out is not there, also for whoever spreads the body. */
const AS_GIVEN = { exposeUnsetFields: false };

function contextOf(error: ValidationError, rule: string): RuleContext | undefined {
  const contexts: Readonly<Record<string, RuleContext | undefined>> | undefined = error.contexts;
  return contexts?.[rule];
}

/** What a value is, before what it holds: of no text nobody needs to hear that it is too long as well. */
const KINDS = ['isString', 'isInt', 'isBoolean', 'isArray', 'isObject'];

/**
 * The rules a person has to hear of a field: of one that is missing or of another kind that alone, then the one whose words
 * say what is asked for, else all of them.
 */
function tellingRules(error: ValidationError, missing: boolean): readonly string[] {
  const broken = Object.keys(error.constraints ?? {});
  const telling =
    broken.find((rule) => KINDS.includes(rule)) ??
    broken.find((rule) => contextOf(error, rule)?.words !== undefined);
  if (telling !== undefined) return [telling];
  return missing ? broken.slice(0, 1) : broken;
}

function flatten(errors: readonly ValidationError[], prefix: string, query: boolean): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = query
      ? `?${error.property}`
      : `${prefix}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const missing = error.value === undefined || error.value === null;
    const own = tellingRules(error, missing).map((rule) => ({
      pointer: pointer.slice(0, 200),
      code: rule === 'whitelistValidation' ? 'unknown_property' : rule,
      message: missing ? fieldSays('required', undefined) : fieldSays(rule, contextOf(error, rule)),
    }));
    return [...own, ...flatten(error.children ?? [], pointer, query)];
  });
}

/** What is wrong, before it is known whether a body or a query was looked at. */
class Invalid extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('invalid');
  }
}

type Rules = ReturnType<typeof getMetadataStorage>;

let remembers = false;

/** The rules of a class never change once it is loaded; the library gathers them anew from all it has at every call. */
function rememberRules(): void {
  if (remembers) return;
  remembers = true;
  const storage: Rules = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const gathered = new Map<unknown, ReturnType<typeof gather>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strict, groups) => {
    if (schema || always || strict || groups !== undefined)
      return gather(target, schema, always, strict, groups);
    const found = gathered.get(target) ?? gather(target, schema, always, strict, groups);
    gathered.set(target, found);
    return found;
  };
}

/** The library's own way, which also finds the words of a refusal. */
class LibraryPipe extends ValidationPipe {
  /** No rule of ours waits for anything, and the promises of rules that might cost a bank's call more than the rules. */
  protected override validate(object: object, options?: ValidatorOptions): ValidationError[] {
    return validateSync(object, options);
  }

  /** What was read from JSON or an address holds no bytes; to look for some collects all rules of a class at every call. */
  protected override findNestedBinaryValues(): ValidationError[] {
    return [];
  }
}

class RequestPipe implements PipeTransform {
  private readonly flat = new Map<NewableFunction, FlatRules>();

  constructor(private readonly library: LibraryPipe) {}

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    return this.right(value, metadata) ?? this.judged(value, metadata);
  }

  /** An instance of its class when the short way finds nothing wrong. */
  private right(value: unknown, { type, metatype }: ArgumentMetadata): object | null {
    if (type === 'custom' || metatype === undefined) return null;
    let rules = this.flat.get(metatype);
    if (rules === undefined) this.flat.set(metatype, (rules = flatRulesOf(metatype)));
    if (rules === null || !isFlatBody(value, rules)) return null;
    const body = plainToInstance(metatype as new () => object, value, AS_GIVEN);
    return keepsAllRules(body, rules) ? body : null;
  }

  private async judged(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await this.library.transform(value, metadata)) as unknown;
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      const errors = flatten(error.errors, '', metadata.type === 'query').slice(0, MAX_REPORTED);
      throw new Problem('request.invalid', { errors });
    }
  }
}

/** Unknown properties, wrong types and values out of range are answered 400 with a pointer to each. */
export function validationPipe(): PipeTransform {
  rememberRules();
  const library = new LibraryPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: AS_GIVEN,
    stopAtFirstError: false,
    // The value is looked at and not told.
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => new Invalid(errors),
  });
  return new RequestPipe(library);
}
