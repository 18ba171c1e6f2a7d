import type { FastifyReply } from 'fastify';
import { FileStore } from '../files';
import { Problem } from '../problem';
import { redrawPhoto } from './redraw-photo';

/** As `foto_meter` keeps it: a file of the store, or the bytes themselves until they are moved there. */
export interface StoredPhoto {
  readonly media_type: string;
  readonly content: Buffer | null;
  readonly file_key: string | null;
  readonly file_sha256: Buffer | null;
  readonly size_bytes: number | null;
  /** False for photos kept as they came, before they were drawn anew when stored. */
  readonly redrawn: boolean;
}

/**
 * With `nosniff` on every answer, a picture that also reads as a page stays a picture. What was stored as it came is
 * drawn anew on its way out.
 * @throws Problem photo.not_found when there is none, or none that is a picture; photo.lost when its file is gone or
 * is not what was stored
 */
export async function sendPhoto(
  reply: FastifyReply,
  files: FileStore,
  photo: StoredPhoto | undefined | null,
): Promise<Buffer> {
  if (photo === undefined || photo === null) throw new Problem('photo.not_found');
  const kept = await bytesOf(files, photo);
  const { mediaType, content } = photo.redrawn
    ? { mediaType: photo.media_type, content: kept }
    : await redrawPhoto(kept).catch(() => {
        throw new Problem('photo.not_found');
      });
  void reply.header('Content-Type', mediaType).header('Content-Disposition', 'inline');
  return content;
}

async function bytesOf(
  files: FileStore,
  { content, file_key: key, file_sha256: sha256, size_bytes: sizeBytes }: StoredPhoto,
): Promise<Buffer> {
  if (content !== null) return content;
  if (key === null || sha256 === null || sizeBytes === null) throw new Error('a photo that is nowhere');
  const found = await files.read({ key, sha256, sizeBytes });
  if (found === null) throw new Problem('photo.lost');
  return found;
}
