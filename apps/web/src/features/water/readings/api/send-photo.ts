import { storeReadingPhoto } from '@tirtapay/api-client';
import i18next from 'i18next';
import { answerOf } from '../../../../lib/api';
import { ApiProblem, OFFLINE } from '../../../../lib/api-problem';

/** Tries in all; a photo that came twice is one photo. */
const TRIES = 3;
const PAUSE = 1_500;

interface PhotoWishes {
  /** Of the stand it shows, where that may have been read again since. */
  readonly clientId?: string;
  /** Milliseconds after which a try is given up for the next. */
  readonly patience?: number;
  /** May end it all by throwing. */
  readonly beforeEach?: () => void;
}

/**
 * Stores the photo of a reading, over a weak signal with another try or two. It has arrived when the server names the hash
 * of what was sent.
 * @throws ApiProblem as the server refused it, client.offline, client.photo_damaged
 */
export async function sendPhoto(
  readingId: number,
  photo: Blob,
  { clientId, patience, beforeEach }: PhotoWishes = {},
): Promise<void> {
  const own = await hashOf(photo);
  for (let tries = 1; ; tries += 1) {
    beforeEach?.();
    try {
      const stored = await answerOf(
        storeReadingPhoto({
          path: { id: readingId },
          ...(clientId !== undefined && { query: { client_id: clientId } }),
          body: photo,
          ...(patience !== undefined && { signal: AbortSignal.timeout(patience) }),
          throwOnError: true,
        }),
      );
      if (own === null || stored.sha256 === own) return;
      throw new ApiProblem(
        0,
        'client.photo_damaged',
        i18next.t('problem.photoDamaged'),
        i18next.t('problem.photoDamagedHint'),
        undefined,
        [],
        undefined,
        {},
      );
    } catch (error) {
      if (tries === TRIES || !mayComeThrough(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE * tries));
    }
  }
}

function mayComeThrough(error: unknown): boolean {
  return (
    error instanceof ApiProblem &&
    (error.code === OFFLINE || error.code === 'client.photo_damaged' || error.status >= 500)
  );
}

/** Null where the page may not compute it (http): then the answer alone is believed. */
async function hashOf(photo: Blob): Promise<string | null> {
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (subtle === undefined) return null;
  const digest = await subtle.digest('SHA-256', await photo.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
