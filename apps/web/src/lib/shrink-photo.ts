/** Enough to read the stand and the meter number. */
const LONGEST_SIDE = 1280;
const QUALITY = 0.8;

/**
 * A photo as it is sent: small enough for a weak signal. Drawn anew, so that nothing the phone wrote into the file
 * (place, time, model) leaves it.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
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
        else reject(new Error('the photo cannot be drawn'));
      },
      'image/jpeg',
      QUALITY,
    );
  });
}
