/** Why a body was refused before anyone looked at its meaning. */
export type StrictJsonProblemCode =
  | 'syntax'
  | 'duplicate_key'
  | 'too_deep'
  | 'too_large'
  | 'too_many_keys'
  | 'too_many_values'
  | 'number_form'
  | 'encoding'
  | 'forbidden_key';

/** `pointer` is an RFC 6901 JSON pointer ('' = the whole document); `message` is English, for the developer. */
export interface StrictJsonProblem {
  readonly pointer: string;
  readonly code: StrictJsonProblemCode;
  readonly message: string;
}

export interface StrictJsonLimits {
  /** Levels of nesting allowed; default 32. */
  readonly maxDepth?: number;
  /**
   * Keys allowed in one object; default 200. What stands behind a parser often compares every key with every other, so
   * that the price of a body grows with the square of its keys.
   */
  readonly maxKeys?: number;
  /** Values allowed in the whole document, objects and arrays counted too; default 5,000. */
  readonly maxValues?: number;
  /** Bytes allowed; a longer body is `too_large`. */
  readonly maxBytes: number;
  /**
   * Refuse every number that is not a plain safe integer (`1e4`, `10000.00`, `-0`, above 2^53): money is integer
   * rupiah, and a form that two parsers may read differently must not carry it.
   */
  readonly plainIntegersOnly?: boolean;
  /**
   * Allow the escapes `\t`, `\n` and `\r` in strings: a note typed by a person has lines, a bank's field has none.
   * Every other control character is refused in any case.
   */
  readonly allowLineBreaks?: boolean;
}

export type StrictJsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: StrictJsonProblem };
