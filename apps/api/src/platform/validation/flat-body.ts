import type { ValidationArguments } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';
import { getMetadataStorage } from 'class-validator';

/*
 * Most bodies are flat and right. For those, the library draws up an error for each field before it looks at it, and
 * throws it away: more than the rules themselves cost. Here the rules of a class are laid out once, and a body that keeps
 * all of them is let through; whatever else it is, the library judges it, so that every refusal has its words and order.
 */

interface Rule {
  readonly each: boolean;
  readonly constraints: readonly unknown[];
  readonly check: (value: unknown, asked: ValidationArguments) => unknown;
}

interface Field {
  readonly name: string;
  /** Whether the rules apply at all, as `@IsOptional()` says. */
  readonly when: readonly ((object: object, value: unknown) => unknown)[];
  readonly rules: readonly Rule[];
}

/** Null for a class with rules that only the library knows to follow: objects in objects, groups, rules that depend. */
export type FlatRules = ReadonlyMap<string, Field> | null;

const CUSTOM = 'customValidation';
const CONDITIONAL = 'conditionalValidation';

export function flatRulesOf(body: NewableFunction): FlatRules {
  const storage = getMetadataStorage();
  const fields = new Map<string, { name: string; when: Field['when'][number][]; rules: Rule[] }>();
  for (const rule of storage.getTargetValidationMetadatas(body, '', false, false)) {
    const { propertyName: name, type, constraintCls, each } = rule;
    // What was not given is not there, whatever the types of the library say.
    const { groups = [], constraints = [], validateIf } = rule as Partial<ValidationMetadata>;
    if (groups.length > 0 || validateIf !== undefined) return null;
    const field = fields.get(name) ?? { name, when: [], rules: [] };
    fields.set(name, field);
    if (type === CONDITIONAL) field.when.push(constraints[0] as Field['when'][number]);
    else if (type === CUSTOM)
      for (const { async, instance } of storage.getTargetValidatorConstraints(constraintCls)) {
        if (async) return null;
        field.rules.push({ each, constraints, check: (value, asked) => instance.validate(value, asked) });
      }
    else return null;
  }
  return fields.size === 0 ? null : fields;
}

const isFlat = (value: unknown): boolean => value === null || typeof value !== 'object';

/** Whether nothing in it needs a class of its own, and nothing is named that the class does not know. */
export function isFlatBody(value: unknown, fields: ReadonlyMap<string, Field>): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const name of Object.keys(value)) {
    if (!fields.has(name)) return false;
    const held = (value as Readonly<Record<string, unknown>>)[name];
    if (!isFlat(held) && !(Array.isArray(held) && held.every(isFlat))) return false;
  }
  return true;
}

/** @param object of the class, as it came out of its transformations */
export function keepsAllRules(object: object, fields: ReadonlyMap<string, Field>): boolean {
  for (const field of fields.values()) {
    const value = (object as Readonly<Record<string, unknown>>)[field.name];
    if (
      field.when.every((applies) => applies(object, value)) &&
      !field.rules.every((rule) => keeps(object, field.name, value, rule))
    )
      return false;
  }
  return true;
}

function keeps(
  object: object,
  property: string,
  value: unknown,
  { each, constraints, check }: Rule,
): boolean {
  const asked = {
    targetName: object.constructor.name,
    property,
    object,
    value,
    constraints: [...constraints],
  };
  // Only `true` lets through: a rule that waits is no `true` yet.
  return each && Array.isArray(value)
    ? value.every((item) => check(item, asked) === true)
    : check(value, asked) === true;
}
