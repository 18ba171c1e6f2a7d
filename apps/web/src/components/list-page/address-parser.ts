import { createParser } from 'nuqs';
import type { Codec } from './list-codecs';

/** A value of the address as it stands there; what its codec does not understand is not there at all. */
export const addressParser = <T>(codec: Codec<T>) =>
  createParser({
    parse: (text: string) => (codec.parse(text) === null ? null : text),
    serialize: (text: string) => text,
  });
