import { isUtf8 } from 'node:buffer';
import { LexicalScan } from './lexical-scan';
import type { StrictJsonLimits, StrictJsonProblemCode, StrictJsonResult } from './problem';

const DEFAULTS = {
  maxDepth: 32,
  maxKeys: 200,
  maxValues: 5_000,
  plainIntegersOnly: false,
  allowLineBreaks: false,
} as const;

function refused(code: StrictJsonProblemCode, message: string): StrictJsonResult {
  return { ok: false, problem: { pointer: '', code, message } };
}

/**
 * Parses a signed body so that every party reads the same thing in it. On top of the JSON grammar it refuses: bytes
 * that are not UTF-8, a byte order mark, duplicate keys (`{"amount":1,"amount":2}` is two messages), `__proto__`,
 * control and bidirectional characters and lone surrogates in strings, nesting, keys and values beyond the limits, and,
 * when asked, any number that is not a plain integer (reliability.md S25, S51, S54). Never throws; the stack used does not depend on
 * the input.
 */
export function parseStrictJson(raw: Buffer, limits: StrictJsonLimits): StrictJsonResult {
  if (raw.length > limits.maxBytes)
    return refused('too_large', `longer than ${String(limits.maxBytes)} bytes`);
  if (raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) return refused('encoding', 'byte order mark');
  if (!isUtf8(raw)) return refused('encoding', 'not UTF-8');
  const text = raw.toString('utf8');
  const problem = new LexicalScan(text, { ...DEFAULTS, ...limits }).run();
  if (problem) return { ok: false, problem };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return refused('syntax', 'not a JSON document');
  }
}
