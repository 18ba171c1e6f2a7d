import i18next from 'i18next';
import { ApiProblem } from './api-problem';

/** Enough to read the stand and the meter number. */
const LONGEST_SIDE = 1280;
const QUALITY = 0.8;

/**
 * A photo as it is sent: small enough for a weak signal. Drawn anew, so that nothing the phone wrote into the file
 * (place, time, model) leaves it.
 * @throws ApiProblem client.photo_unreadable for a file that is no picture
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => {
    throw unreadable();
  });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) resolve(blob);
        else reject(unreadable());
      },
      'image/jpeg',
      QUALITY,
    );
  });
}

function unreadable(): ApiProblem {
  const [title, hint] = [i18next.t('problem.photoUnreadable'), i18next.t('problem.photoUnreadableHint')];
  return new ApiProblem(422, 'client.photo_unreadable', title, hint, undefined, [], undefined, {});
}
