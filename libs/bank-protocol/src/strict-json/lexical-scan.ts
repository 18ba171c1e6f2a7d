import type { StrictJsonLimits, StrictJsonProblem, StrictJsonProblemCode } from './problem';

/** One open object or array while scanning; enough to name the place of a problem. */
interface Frame {
  /** Keys seen so far; null for an array. */
  readonly keys: Set<string> | null;
  /** The key or index the scan stands at. */
  at: string | number;
  expectsKey: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER_TOKEN = /[-+0-9.eE]+/y;
const PLAIN_INTEGER = /^-?(?:0|[1-9][0-9]*)$/;

const SPACE = 0x20;
/** What `\b \f \n \r \t` stand for, by the code of the letter. */
const ESCAPED_CONTROLS: ReadonlyMap<number, number> = new Map([
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);
const isLineBreak = (code: number): boolean => code === 0x09 || code === 0x0a || code === 0x0d;

/**
 * Control characters (C0, DEL, C1) and the Unicode bidirectional controls. None has a place in a payment message;
 * the bidirectional ones make a name or reference read differently from what it is.
 */
function isForbiddenCharacter(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true;
  if (code < 0x061c) return false;
  return (
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** What `\uXXXX` names, or -1 when four hex digits do not follow. */
function escapedUnit(text: string, position: number): number {
  const digits = text.slice(position, position + 4);
  return /^[0-9a-fA-F]{4}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
}

/**
 * The scan behind {@link parseStrictJson}: one pass over the text, its own stack (never deeper than the limit), so
 * that neither depth nor size can exhaust ours. It judges what JSON.parse forgives; grammar is left to JSON.parse.
 */
export class LexicalScan {
  private readonly frames: Frame[] = [];
  private position = 0;
  private values = 0;
  private stringProblem: string | null = null;

  constructor(
    private readonly text: string,
    private readonly limits: Required<Omit<StrictJsonLimits, 'maxBytes'>>,
  ) {}

  /** The first problem, or null. */
  run(): StrictJsonProblem | null {
    while (this.position < this.text.length) {
      const problem = this.step(this.text.charCodeAt(this.position));
      if (problem) return problem;
    }
    return null;
  }

  private step(code: number): StrictJsonProblem | null {
    switch (code) {
      case 0x7b: // {
      case 0x5b: // [
        return this.open(code === 0x7b);
      case 0x7d: // }
      case 0x5d: // ]
        return this.close(code === 0x7d);
      case 0x2c: // ,
        this.separate();
        return null;
      case QUOTE:
        return this.string();
      default:
        if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return this.number();
        if (isLetter(code)) return this.literal();
        this.position += 1;
        return null;
    }
  }

  private open(object: boolean): StrictJsonProblem | null {
    if (this.frames.length >= this.limits.maxDepth) {
      return this.problem('too_deep', `nested deeper than ${String(this.limits.maxDepth)} levels`);
    }
    const tooMany = this.countValue();
    if (tooMany) return tooMany;
    this.frames.push({ keys: object ? new Set() : null, at: object ? '' : 0, expectsKey: object });
    this.position += 1;
    return null;
  }

  private close(object: boolean): StrictJsonProblem | null {
    const frame = this.frames.at(-1);
    if (!frame || (frame.keys !== null) !== object) return this.problem('syntax', 'unbalanced brackets');
    this.frames.pop();
    this.position += 1;
    return null;
  }

  private separate(): void {
    const frame = this.frames.at(-1);
    if (frame?.keys) frame.expectsKey = true;
    else if (frame) frame.at = Number(frame.at) + 1;
    this.position += 1;
  }

  private string(): StrictJsonProblem | null {
    const start = this.position;
    const escaped = this.skipString();
    if (this.stringProblem !== null) return this.problem('encoding', this.stringProblem);
    if (this.position > this.text.length) return this.problem('syntax', 'unterminated string');
    const frame = this.frames.at(-1);
    if (!frame?.keys || !frame.expectsKey) return this.countValue();
    frame.expectsKey = false;
    const raw = this.text.slice(start + 1, this.position - 1);
    const key = escaped ? unescaped(raw) : raw;
    if (key === null) return this.problem('syntax', 'malformed escape in a key');
    frame.at = key;
    if (key === '__proto__') return this.problem('forbidden_key', 'the key is not allowed');
    if (frame.keys.has(key)) return this.problem('duplicate_key', 'the key stands twice in one object');
    if (frame.keys.size >= this.limits.maxKeys) {
      return this.problem('too_many_keys', `more than ${String(this.limits.maxKeys)} keys in one object`);
    }
    frame.keys.add(key);
    return null;
  }

  private countValue(): StrictJsonProblem | null {
    this.values += 1;
    return this.values > this.limits.maxValues
      ? this.problem('too_many_values', `more than ${String(this.limits.maxValues)} values`)
      : null;
  }

  /** Moves past the closing quote (or past the end of the text); true when the string holds an escape. */
  private skipString(): boolean {
    const { text } = this;
    let escaped = false;
    let highPending = false;
    let index = this.position + 1;
    for (; index < text.length; index += 1) {
      let unit = text.charCodeAt(index);
      if (unit === QUOTE) break;
      if (unit === BACKSLASH) {
        escaped = true;
        index += 1;
        const letter = text.charCodeAt(index);
        if (letter === 0x75) {
          unit = escapedUnit(text, index + 1);
          if (unit < 0) continue; // malformed: JSON.parse says so
          index += 4;
        } else {
          unit = ESCAPED_CONTROLS.get(letter) ?? letter;
          if (this.limits.allowLineBreaks && isLineBreak(unit)) unit = SPACE;
        }
      }
      if (isForbiddenCharacter(unit)) this.stringProblem = 'control or bidirectional character in a string';
      // Decoded UTF-8 holds surrogates in pairs only: a lone one can come from an escape alone.
      if (isLowSurrogate(unit) !== highPending) this.stringProblem = 'lone surrogate in a string';
      highPending = isHighSurrogate(unit);
      if (this.stringProblem !== null) break;
    }
    if (highPending) this.stringProblem ??= 'lone surrogate in a string';
    this.position = index + 1;
    return escaped;
  }

  /** `true`, `false`, `null`, or letters JSON.parse will refuse. */
  private literal(): StrictJsonProblem | null {
    while (isLetter(this.text.charCodeAt(this.position))) this.position += 1;
    return this.countValue();
  }

  private number(): StrictJsonProblem | null {
    NUMBER_TOKEN.lastIndex = this.position;
    const token = NUMBER_TOKEN.exec(this.text)?.[0] ?? '';
    this.position += token.length;
    const value = Number(token);
    if (this.limits.plainIntegersOnly) {
      if (!PLAIN_INTEGER.test(token) || Object.is(value, -0) || !Number.isSafeInteger(value)) {
        return this.problem(
          'number_form',
          'numbers are plain integers: no fraction, exponent or leading zero',
        );
      }
    } else if (!Number.isFinite(value) && !Number.isNaN(value)) {
      return this.problem('number_form', 'the number is out of range');
    }
    return this.countValue();
  }

  private problem(code: StrictJsonProblemCode, message: string): StrictJsonProblem {
    return { pointer: this.frames.map((frame) => `/${pointerToken(frame.at)}`).join(''), code, message };
  }
}

function unescaped(raw: string): string | null {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return null;
  }
}

/** RFC 6901 escaping; a key longer than any of ours is cut, since the pointer is echoed in an answer. */
function pointerToken(at: string | number): string {
  const text = String(at);
  return (text.length > 64 ? `${text.slice(0, 64)}…` : text).replaceAll('~', '~0').replaceAll('/', '~1');
}
