import type { SettingReader } from './setting-reader';

const KEY_BYTES = 32;
const DEMO_PATTERN = /demo|do-not-use|change-?me|password|secret123/i;

interface ListedKey {
  readonly id: string;
  readonly bytes: Buffer;
}

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret, 'base64');
}

/**
 * Why a secret cannot be used, or null: too short for what it does, and in production also a text that ships with the
 * product or was not made by chance.
 */
function weakness(value: string, production: boolean): string | null {
  if (production && DEMO_PATTERN.test(value)) return 'is a demonstration value';
  if (bytesOf(value).length < KEY_BYTES) return `is weak: at least ${String(KEY_BYTES)} random bytes, base64`;
  if (production && new Set(bytesOf(value)).size < 8) return 'is weak: it is not random';
  return null;
}

/** A list is written `id:base64,id:base64`; the first one signs or seals, the others only verify or open. */
function keyList(settings: SettingReader, name: string, form: string, production: boolean): ListedKey[] {
  const text = settings.text(name);
  if (text === undefined) {
    settings.refuse(`${name} is not set (${form})`);
    return [];
  }
  const keys: ListedKey[] = [];
  for (const [index, entry] of text.split(',').entries()) {
    const [, id = '', value = ''] = /^\s*([^:\s]+)\s*:\s*(\S+)\s*$/.exec(entry) ?? [];
    // What is wrong is named by its place: the text itself may be the secret.
    if (id === '') settings.refuse(`${name} entry ${String(index + 1)} is not ${form}`);
    else if (keys.some((key) => key.id === id)) settings.refuse(`${name} ${id} is there twice`);
    else {
      const problem = weakness(value, production);
      if (problem !== null) settings.refuse(`${name} ${id} ${problem}`);
      keys.push({ id, bytes: bytesOf(value) });
    }
  }
  return keys;
}

/** Keys of access tokens. */
export function signingKeys(settings: SettingReader, name: string, production: boolean): ListedKey[] {
  return keyList(settings, name, `kid:base64 of at least ${String(KEY_BYTES)} bytes`, production);
}

/** Keys of secrets at rest: the cipher takes exactly 32 bytes, and the envelope a number. */
export function sealingKeys(
  settings: SettingReader,
  name: string,
  production: boolean,
): { id: number; bytes: Buffer }[] {
  const keys = keyList(settings, name, `number:base64 of ${String(KEY_BYTES)} bytes`, production);
  for (const { id, bytes } of keys)
    if (!/^\d+$/.test(id) || bytes.length > KEY_BYTES)
      settings.refuse(`${name} entries are number:base64 of exactly ${String(KEY_BYTES)} bytes, not ${id}`);
  return keys.map(({ id, bytes }) => ({ id: Number(id), bytes }));
}

/** A key of its own; undefined where there is none and, outside production, one is derived. */
export function singleKey(settings: SettingReader, name: string, production: boolean): Buffer | undefined {
  const text = settings.text(name);
  if (text === undefined) {
    if (production) settings.refuse(`${name} is not set`);
    return undefined;
  }
  const problem = weakness(text, production);
  if (problem !== null) settings.refuse(`${name} ${problem}`);
  return bytesOf(text);
}
