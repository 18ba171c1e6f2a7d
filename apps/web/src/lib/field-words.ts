import i18next from 'i18next';

/** One objection of the server; `message` is a sentence in the language of the page. */
export interface FieldObjection {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** Rules of the validator and names of our own that say the same. */
const SAME: Readonly<Record<string, string>> = {
  isDefined: 'required',
  isNotEmpty: 'required',
  isNotEmptyObject: 'required',
  minLength: 'tooShort',
  maxLength: 'tooLong',
  arrayMinSize: 'tooFew',
  arrayMaxSize: 'tooMany',
  max: 'outOfRange',
  min: 'outOfRange',
  isInt: 'wholeNumber',
  isNumber: 'wholeNumber',
  not_an_integer: 'wholeNumber',
  not_whole: 'wholeNumber',
  isCalendarDay: 'noSuchDay',
  not_a_date: 'noSuchDay',
  not_a_day: 'noSuchDay',
  isRFC3339: 'noSuchMoment',
  isRfc3339: 'noSuchMoment',
  format: 'matches',
  in_the_future: 'inFuture',
  in_future: 'inFuture',
  not_a_past_instant: 'inFuture',
  taken: 'duplicate',
  repeated: 'duplicate',
  isIn: 'notAChoice',
  isEnum: 'notAChoice',
  isBoolean: 'notAChoice',
  unknown: 'notAChoice',
  isPrintable: 'unprintable',
};

const exists = (key: string): boolean => i18next.exists(key);
/** The key is made up of what the server sent, so the compiler cannot know it. */
const say = (key: string, code: string): string => i18next.t(key, { code, defaultValue: key });

const lastOf = (pointer: string): string => pointer.replace(/^[#?]/, '').split('/').at(-1) ?? '';

/** What is wrong with one field: in the words of the form that has some, else as the server says it. */
export function fieldText({ pointer, code, message }: FieldObjection): string {
  const rule = SAME[code] ?? code;
  const own = `fieldProblem.of.${lastOf(pointer)}.${rule}`;
  if (exists(own)) return say(own, code);
  const key = [code, rule].map((name) => `fieldProblem.${name}`).find(exists);
  if (key !== undefined) return say(key, code);
  return message === '' ? say('fieldProblem.unknownCode', code) : message;
}

/** What a field of the server is called on the screen. */
export function fieldName(name: string): string | undefined {
  const key = `fieldName.${name}`;
  return exists(key) ? say(key, '') : undefined;
}

/** The same where the field itself is not in sight: with its name before it. */
export function namedFieldText(objection: FieldObjection): string {
  const path = objection.pointer.replace(/^[#?/]+/, '');
  const words = fieldName(lastOf(objection.pointer)) ?? path;
  return words === '' ? fieldText(objection) : `${words}: ${fieldText(objection)}`;
}
