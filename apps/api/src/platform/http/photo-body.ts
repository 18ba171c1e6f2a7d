import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem';
import type { AddressBook } from './addresses';

/** Pictures that are taken as the body of a request. */
export const PHOTO_MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

export const PHOTO_LIMIT = 2_097_152;

/** On the paths of photos only: elsewhere a picture is as unwelcome as any other body that is no JSON. */
export function acceptPhotos(
  fastify: Pick<FastifyInstance, 'addContentTypeParser'>,
  addresses: AddressBook,
): void {
  fastify.addContentTypeParser(
    [...PHOTO_MEDIA_TYPES],
    { parseAs: 'buffer', bodyLimit: PHOTO_LIMIT },
    (request: FastifyRequest, body, done) => {
      if (addresses.takesPhoto(request.url)) done(null, body);
      else done(new Problem('request.unsupported_media'), undefined);
    },
  );
}
