import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { IsOptional, registerDecorator } from 'class-validator';
import { INSTRUCTION_CHANNELS, isPrintable } from '@tirtapay/domain';
import { NullIsLeftOut } from '../../../../platform/validation';

/** The steps of one channel, for payers, in two languages. */
export class ChannelInstructionsDto {
  @ApiProperty({ type: [String], maxItems: 20 }) id: string[];
  @ApiProperty({ type: [String], maxItems: 20 }) en: string[];
}

const MAX_STEPS = 20;
const MAX_STEP_LETTERS = 300;
const CHANNEL_NAMES: ReadonlySet<string> = new Set(INSTRUCTION_CHANNELS);

const SCHEMA = {
  type: 'object',
  additionalProperties: { $ref: getSchemaPath(ChannelInstructionsDto) },
  description: `Steps a payer reads, by channel (${INSTRUCTION_CHANNELS.join(', ')})`,
  example: { ATM: { id: ['Masukkan kartu', 'Pilih Bayar'], en: ['Insert your card', 'Choose Pay'] } },
} as const;

/** Shows the instructions of a bank in an answer. */
export function InstructionsProperty(): PropertyDecorator {
  return documented(ApiProperty(SCHEMA));
}

/** Accepts them in a request: known channels, both languages, short printable steps. */
export function InstructionsField(): PropertyDecorator {
  return applyDecorators(
    documented(ApiPropertyOptional(SCHEMA)),
    NullIsLeftOut,
    IsOptional(),
    AreInstructions(),
  );
}

function documented(property: PropertyDecorator): PropertyDecorator {
  return (target, name) => {
    ApiExtraModels(ChannelInstructionsDto)(target.constructor);
    property(target, name);
  };
}

function AreInstructions(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'areInstructions',
      target: target.constructor,
      propertyName: String(property),
      options: {
        message: `${String(property)} must map channels to {id:[…],en:[…]}: at most ${String(MAX_STEPS)} steps of at most ${String(MAX_STEP_LETTERS)} printable letters`,
      },
      validator: { validate: areInstructions },
    });
  };
}

function areInstructions(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  return Object.entries(value).every(
    ([channel, texts]) =>
      CHANNEL_NAMES.has(channel) &&
      isPlainObject(texts) &&
      Object.keys(texts).sort().join() === 'en,id' &&
      Object.values(texts).every(areSteps),
  );
}

function areSteps(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= MAX_STEPS &&
    value.every(
      (step: unknown) =>
        typeof step === 'string' &&
        step.trim() !== '' &&
        step.length <= MAX_STEP_LETTERS &&
        isPrintable(step),
    )
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
