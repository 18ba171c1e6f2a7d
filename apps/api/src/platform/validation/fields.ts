import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsRFC3339,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  registerDecorator,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isBusinessDate, MAX_TRANSACTION } from '@tirtapay/domain';

/*
 * Fields of request bodies. One decorator says what is accepted and what the OpenAPI document shows, so the two
 * cannot drift apart.
 */

interface FieldOptions {
  readonly optional?: boolean;
  /** `null` is a value of its own: none, or no limit. */
  readonly nullable?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

type Decorator = PropertyDecorator;

function field(
  options: FieldOptions,
  api: Record<string, unknown>,
  ...rules: Decorator[]
): PropertyDecorator {
  const documented = {
    ...api,
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(options.example === undefined ? {} : { example: options.example }),
    ...(options.nullable === true ? { nullable: true } : {}),
  };
  if (options.optional !== true && options.nullable === true)
    return applyDecorators(
      ApiProperty(documented),
      ValidateIf((_, value) => value !== null),
      ...rules,
    );
  return options.optional === true
    ? applyDecorators(ApiPropertyOptional(documented), IsOptional(), ...rules)
    : applyDecorators(ApiProperty(documented), ...rules);
}

// Controls, NUL, lone surrogates, zero-width and bidirectional overrides: nothing a name or a note needs.

const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

function IsPrintable(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isPrintable',
      target: target.constructor,
      propertyName: String(property),
      options: { message: `${String(property)} contains characters that cannot be printed` },
      validator: { validate: (value: unknown) => typeof value === 'string' && isPrintable(value) },
    });
  };
}

function Normalised(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.normalize('NFC').trim() : value,
  );
}

/** Printable text, NFC, trimmed. */
export function TextField(
  options: FieldOptions & { max: number; min?: number; pattern?: RegExp },
): PropertyDecorator {
  const rules: Decorator[] = [
    Normalised(),
    IsString(),
    MinLength(options.min ?? 1),
    MaxLength(options.max),
    IsPrintable(),
  ];
  if (options.pattern !== undefined) rules.push(Matches(options.pattern));
  return field(
    options,
    {
      type: String,
      maxLength: options.max,
      minLength: options.min ?? 1,
      ...(options.pattern === undefined ? {} : { pattern: options.pattern.source }),
    },
    ...rules,
  );
}

/** A string taken as it is (passwords, tokens): no trimming, no normalising. */
export function RawTextField(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  return field(
    options,
    { type: String, maxLength: options.max, minLength: options.min ?? 1 },
    IsString(),
    MinLength(options.min ?? 1),
    MaxLength(options.max),
  );
}

export function IntegerField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt(),
    Min(options.min),
    Max(options.max),
  );
}

/** Integer rupiah. */
export function RupiahField(options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  return IntegerField({ ...options, min: options.min ?? 1, max: options.max ?? MAX_TRANSACTION });
}

export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return IntegerField({ ...options, min: 1, max: Number.MAX_SAFE_INTEGER });
}

export function BooleanField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean());
}

export function UuidField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, IsUUID());
}

export function ChoiceField(choices: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(options, { enum: choices, type: String }, IsIn(choices));
}

/** `YYYY-MM`. */
export function PeriodField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2025-10', ...options },
    { type: String, pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' },
    IsString(),
    Matches(/^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$/),
  );
}

function IsCalendarDay(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isCalendarDay',
      target: target.constructor,
      propertyName: String(property),
      options: { message: `${String(property)} must be a day that exists, YYYY-MM-DD` },
      validator: { validate: (value: unknown) => isBusinessDate(value) },
    });
  };
}

/** `YYYY-MM-DD`, a day that exists. */
export function DateField(options: FieldOptions = {}): PropertyDecorator {
  return field({ example: '2025-11-20', ...options }, { type: String, format: 'date' }, IsCalendarDay());
}

/** RFC 3339 with offset. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2025-11-20T09:30:00+08:00', ...options },
    { type: String, format: 'date-time' },
    IsString(),
    MaxLength(40),
    IsRFC3339(),
  );
}

/** What a person types as customer number; the check digit is judged where the customer is looked up. */
export function CustomerNumberField(options: FieldOptions = {}): PropertyDecorator {
  return TextField({
    description: 'Customer number: 12 digits with check digit',
    example: '010203000046',
    ...options,
    max: 32,
  });
}

export function ListField(
  item: () => unknown,
  options: FieldOptions & { maxItems: number; of?: 'string' | 'integer' },
): PropertyDecorator {
  return field(
    options,
    { type: options.of ?? item(), isArray: true, maxItems: options.maxItems },
    IsArray(),
    ArrayMaxSize(options.maxItems),
  );
}

/** An object of a body class of its own. */
export function ObjectField(body: () => NewableFunction, options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: body() },
    IsObject(),
    ValidateNested(),
    Type(() => body()),
  );
}
