import type { FastifyReply } from 'fastify';
import { Problem } from '../problem';
import { redrawPhoto } from './redraw-photo';

/** As `foto_meter` keeps it. */
export interface StoredPhoto {
  readonly media_type: string;
  readonly content: Buffer;
  /** False for photos kept as they came, before they were drawn anew when stored. */
  readonly redrawn: boolean;
}

/**
 * With `nosniff` on every answer, a picture that also reads as a page stays a picture. What was stored as it came is
 * drawn anew on its way out.
 * @throws Problem photo.not_found when there is none, or none that is a picture
 */
export async function sendPhoto(reply: FastifyReply, photo: StoredPhoto | undefined | null): Promise<Buffer> {
  if (photo === undefined || photo === null) throw new Problem('photo.not_found');
  const { mediaType, content } = photo.redrawn
    ? { mediaType: photo.media_type, content: photo.content }
    : await redrawPhoto(photo.content).catch(() => {
        throw new Problem('photo.not_found');
      });
  void reply.header('Content-Type', mediaType).header('Content-Disposition', 'inline');
  return content;
}
