import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
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
import {
  isBusinessDate,
  isPeriod,
  isPrintable,
  isSingleLine,
  MAX_TRANSACTION,
  singleLine,
  type FieldKind,
  type Language,
} from '@tirtapay/domain';

/*
 * Fields of request bodies. One decorator says what is accepted and what the OpenAPI document shows, so the two
 * cannot drift apart.
 */

export interface FieldOptions {
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
  const none = options.nullable === true ? [] : [NullIsLeftOut];
  return options.optional === true
    ? applyDecorators(ApiPropertyOptional(documented), ...none, IsOptional(), ...rules)
    : applyDecorators(ApiProperty(documented), ...rules);
}

/** Many serialisers write `null` for what they have not: where null is no value of its own, it is no field at all. */
export const NullIsLeftOut = Transform(({ value }: { value: unknown }) => value ?? undefined);

function rule(name: string, validate: (text: string) => boolean): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      options: { message: name },
      validator: { validate: (value: unknown) => typeof value === 'string' && validate(value) },
    });
  };
}

function Normalised(normal: (text: string) => string): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normal(value) : value));
}

const noteForm = (text: string): string => text.normalize('NFC').trim();

function rules(min: number, max: number, normal: (text: string) => string): Decorator[] {
  return [
    Normalised(normal),
    IsString(),
    MinLength(min, { context: { limit: min } }),
    MaxLength(max, { context: { limit: max } }),
  ];
}

/** A pattern comes with the words of what it asks for: nobody is told only that something has the wrong form. */
type Pattern =
  { readonly pattern?: undefined } | { readonly pattern: RegExp; readonly words: Record<Language, string> };

/** Printable text on one line, NFC, trimmed, single spaces. */
export function TextField(
  options: FieldOptions & { max: number; min?: number } & Pattern,
): PropertyDecorator {
  const min = options.min ?? 1;
  const pattern =
    options.pattern === undefined ? [] : [Matches(options.pattern, { context: { words: options.words } })];
  return field(
    options,
    {
      type: String,
      maxLength: options.max,
      minLength: min,
      pattern: options.pattern?.source ?? ONE_LINE,
    },
    ...rules(min, options.max, singleLine),
    rule('isSingleLine', isSingleLine),
    ...pattern,
  );
}

/** A code that other numbers begin with, and that never changes. */
export function SeriesField(options: FieldOptions): PropertyDecorator {
  return TextField({
    ...options,
    min: 2,
    max: 12,
    pattern: /^[A-Z0-9]{2,12}$/,
    words: {
      id: 'Tulis 2 sampai 12 huruf besar atau angka.',
      en: 'Write 2 to 12 capital letters or digits.',
    },
  });
}

/** Digits whose zeros count. */
export function DigitsField(options: FieldOptions & { max: number }): PropertyDecorator {
  return TextField({
    ...options,
    pattern: /^[0-9]+$/,
    words: { id: 'Tulis angka saja.', en: 'Write digits only.' },
  });
}

/** Hour and minute on the clock of the utility. */
export function ClockTimeField(options: FieldOptions): PropertyDecorator {
  return TextField({
    ...options,
    max: 5,
    pattern: /^([01][0-9]|2[0-3]):[0-5][0-9]$/,
    words: { id: 'Tulis jam dan menit, misalnya 22:00.', en: 'Write hour and minute, such as 22:00.' },
  });
}

const ONE_LINE = String.raw`^[^\t\n\r]*$`;

/** Printable text on any number of lines, NFC, trimmed. */
export function NoteField(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  const min = options.min ?? 1;
  return field(
    options,
    { type: String, maxLength: options.max, minLength: min },
    ...rules(min, options.max, noteForm),
    rule('isPrintable', isPrintable),
  );
}

/**
 * A field of a kind the whole product knows (libs/domain/src/field-kinds).
 * @param options.letters how the kind is written: a person may type it in any case
 */
export function KindField(
  kind: FieldKind,
  options: FieldOptions & { letters?: 'small' | 'capital' } = {},
): PropertyDecorator {
  const { letters } = options;
  const normal = (text: string): string => {
    const line = singleLine(text);
    if (letters === undefined) return line;
    return letters === 'small' ? line.toLowerCase() : line.toUpperCase();
  };
  return field(
    options,
    { type: String, maxLength: kind.max, minLength: kind.min, pattern: ONE_LINE },
    Normalised(normal),
    IsString(),
    (target, property) => {
      registerDecorator({
        name: 'isKind',
        target: target.constructor,
        propertyName: String(property),
        options: { message: 'isKind', context: { words: kind.words } },
        validator: {
          validate: (value: unknown) =>
            typeof value === 'string' && value.length <= kind.max && kind.accepts(value),
        },
      });
    },
  );
}

/** A string taken as it is (passwords, tokens): no trimming, no normalising. */
export function RawTextField(options: FieldOptions & { max: number; min?: number }): PropertyDecorator {
  return field(
    options,
    { type: String, maxLength: options.max, minLength: options.min ?? 1 },
    IsString(),
    MinLength(options.min ?? 1, { context: { limit: options.min ?? 1 } }),
    MaxLength(options.max, { context: { limit: options.max } }),
  );
}

export function IntegerField(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt(),
    Min(options.min, { context: { limit: options.min } }),
    Max(options.max, { context: { limit: options.max } }),
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

/** Years that people name. Before and after them is room for what is counted from a day or month somebody named. */
const NAMED_YEAR = /^(19(?!00)|20)[0-9]{2}-/;

/** `YYYY-MM`. */
export function PeriodField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2025-10', ...options },
    { type: String, pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' },
    IsString(),
    rule('isPeriod', (text) => NAMED_YEAR.test(text) && isPeriod(text)),
  );
}

/** `YYYY-MM-DD`, a day that exists. */
export function DateField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2025-11-20', ...options },
    { type: String, format: 'date' },
    rule('isCalendarDay', (text) => NAMED_YEAR.test(text) && isBusinessDate(text)),
  );
}

/** RFC 3339 with offset. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { example: '2025-11-20T09:30:00+08:00', ...options },
    { type: String, format: 'date-time' },
    IsString(),
    MaxLength(40, { context: { limit: 40 } }),
    IsRFC3339(),
    // 31 February has the form of RFC 3339, and engines read it as 3 March.
    rule('isCalendarDay', (text) => isBusinessDate(text.slice(0, 10))),
  );
}

export function ListField(
  item: () => unknown,
  options: FieldOptions & { maxItems: number; of?: 'string' },
): PropertyDecorator {
  return field(
    options,
    { type: options.of ?? item(), isArray: true, maxItems: options.maxItems },
    IsArray(),
    ArrayMaxSize(options.maxItems, { context: { limit: options.maxItems } }),
  );
}

/** Rows named by their ids, each once. */
export function IdListField(
  options: FieldOptions & { minItems?: number; maxItems: number },
): PropertyDecorator {
  const { minItems = 0, maxItems } = options;
  const each = (limit: number) => ({ each: true, context: { limit } });
  return field(
    options,
    { type: 'integer', isArray: true, maxItems },
    IsArray(),
    ArrayMinSize(minItems, { context: { limit: minItems } }),
    ArrayMaxSize(maxItems, { context: { limit: maxItems } }),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, each(1)),
    Max(Number.MAX_SAFE_INTEGER, each(Number.MAX_SAFE_INTEGER)),
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
