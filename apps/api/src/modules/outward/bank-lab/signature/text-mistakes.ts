import { createHash } from 'node:crypto';
import { minifyJson, parseRfc3339, formatRfc3339 } from '@tirtapay/bank-protocol';
import { problem, type SignatureProblem } from './signature-problem';

/** A text that is signed by mistake in place of the right one, and how to say so. */
export interface Mistake {
  readonly text: string;
  readonly problem: SignatureProblem;
}

/** The parts of a signed text, whatever joins them. */
export interface SignedParts {
  readonly method: string;
  readonly target: string;
  readonly timestamp: string;
  readonly rawBody: Buffer;
}

/** Composes the text from its parts, the hash of the body given as text. */
export type Compose = (parts: Omit<SignedParts, 'rawBody'>, bodyHash: string) => string;

export function sha256(bytes: Buffer | string, encoding: 'hex' | 'base64' = 'hex'): string {
  return createHash('sha256').update(bytes).digest(encoding);
}

/** The mistakes every signing scheme knows. `rightHash` is the hash the scheme asks for. */
export function textMistakes(parts: SignedParts, rightHash: string, compose: Compose): Mistake[] {
  const { rawBody, ...head } = parts;
  return [
    ...methodMistakes(head).map(({ method, problem: found }) => ({
      text: compose({ ...head, method }, rightHash),
      problem: found,
    })),
    ...targetMistakes(head.target).map(({ target, problem: found }) => ({
      text: compose({ ...head, target }, rightHash),
      problem: found,
    })),
    ...timestampMistakes(head.timestamp).map(({ timestamp, problem: found }) => ({
      text: compose({ ...head, timestamp }, rightHash),
      problem: found,
    })),
    ...bodyMistakes(rawBody, rightHash).map(({ hash, problem: found }) => ({
      text: compose(head, hash),
      problem: found,
    })),
  ];
}

function methodMistakes({ method }: { method: string }): { method: string; problem: SignatureProblem }[] {
  const say = problem(
    'METHOD',
    'METHOD ditandatangani dengan huruf kecil; tulis dengan huruf besar (POST, GET).',
    'The method was signed in lower case; write it in upper case (POST, GET).',
  );
  return [{ method: method.toLowerCase(), problem: say }];
}

function targetMistakes(target: string): { target: string; problem: SignatureProblem }[] {
  const withoutQuery = target.split('?', 1)[0] ?? target;
  const say = (id: string, en: string) => problem('TARGET', id, en);
  return [
    {
      target: withoutQuery,
      problem: say(
        'Query (bagian setelah ?) tidak ikut ditandatangani.',
        'The query (what follows the ?) was not signed.',
      ),
    },
    {
      target: decoded(target),
      problem: say(
        'Path ditandatangani setelah di-decode; tanda tangani persis seperti yang dikirim, misalnya %2F tetap %2F.',
        'The path was signed after decoding; sign it exactly as sent, %2F stays %2F.',
      ),
    },
    {
      target: target.replace(/^\/api/, ''),
      problem: say(
        'Awalan /api tidak ikut ditandatangani; pakai path lengkap.',
        'The leading /api was not signed; use the whole path.',
      ),
    },
    {
      target: `${withoutQuery.replace(/\/$/, '')}/`,
      problem: say(
        'Path ditandatangani dengan garis miring di akhir.',
        'The path was signed with a slash at its end.',
      ),
    },
  ];
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function timestampMistakes(timestamp: string): { timestamp: string; problem: SignatureProblem }[] {
  const at = parseRfc3339(timestamp);
  if (at === null) return [];
  const utc = formatRfc3339(at, 0);
  const forms = [
    utc,
    utc.replace('+00:00', 'Z'),
    utc.replace('+00:00', '.000Z'),
    formatRfc3339(at, 420),
    formatRfc3339(at, 480),
    formatRfc3339(at, 540),
    String(at),
    String(Math.floor(at / 1000)),
  ];
  const say = problem(
    'TIMESTAMP',
    'Waktu yang ditandatangani ditulis lain daripada header; pakai teks yang sama persis.',
    'The signed timestamp is written otherwise than the header; use the very same text.',
  );
  return forms.map((form) => ({ timestamp: form, problem: say }));
}

function bodyMistakes(rawBody: Buffer, rightHash: string): { hash: string; problem: SignatureProblem }[] {
  const say = (id: string, en: string) => problem('BODY_HASH', id, en);
  const text = rawBody.toString('utf8');
  const otherBytes = [
    text.trim(),
    `${text}\n`,
    text.replaceAll('\r\n', '\n'),
    text.replaceAll('\n', '\r\n'),
    minifyJson(rawBody).toString('utf8'),
    text,
    ...reserialised(text),
  ];
  return [
    {
      hash: rightHash.toUpperCase(),
      problem: say(
        'Hash body ditulis dengan huruf besar; pakai hex huruf kecil.',
        'The body hash was in upper case; use lower-case hex.',
      ),
    },
    {
      hash: Buffer.from(rightHash, 'hex').toString('base64'),
      problem: say(
        'Hash body ditulis sebagai base64; pakai hex huruf kecil.',
        'The body hash was base64; use lower-case hex.',
      ),
    },
    {
      hash: text,
      problem: say(
        'Body sendiri ditandatangani, bukan SHA-256-nya.',
        'The body itself was signed in place of its SHA-256.',
      ),
    },
    {
      hash: '',
      problem: say(
        'Hash body tidak ada; body kosong pun di-hash (e3b0c442…).',
        'The body hash is missing; an empty body is hashed too (e3b0c442…).',
      ),
    },
    {
      hash: sha256(''),
      problem: say(
        'Yang di-hash body kosong, padahal body berisi.',
        'An empty body was hashed, but the call has one.',
      ),
    },
    ...otherBytes.map((other) => ({
      hash: sha256(other),
      problem: say(
        'Body yang di-hash berbeda dari byte yang dikirim (spasi, urutan, atau akhir baris). Serialisasi sekali, tanda tangani, lalu kirim byte yang sama.',
        'The hashed body differs from the bytes sent (spaces, order or line ends). Serialise once, sign, and send the same bytes.',
      ),
    })),
  ];
}

/** The body as a serialiser of the bank's may have written it before or after signing. */
function reserialised(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    return [JSON.stringify(value), JSON.stringify(value, null, 2), JSON.stringify(value, null, 4)];
  } catch {
    return [];
  }
}
