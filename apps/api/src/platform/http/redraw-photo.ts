import sharp, { type Sharp } from 'sharp';
import { Problem } from '../problem';
import { PHOTO_LIMIT, PHOTO_MEDIA_TYPES } from './photo-body';

type PhotoMediaType = (typeof PHOTO_MEDIA_TYPES)[number];

export interface Photo {
  readonly mediaType: PhotoMediaType;
  readonly content: Buffer;
}

/** 24 megapixels, decoded some 72 MB: more than any phone takes by itself; a header can claim 2,500 of them. */
const MAX_PIXELS = 24_000_000;
/** The digits of a meter are read at a quarter of this. */
const LONGEST_SIDE = 2_560;
const MAX_SECONDS = 10;

// Only the three formats we take reach a decoder, whatever else the library was built with.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
// Photos come one at a time and never twice: nothing to keep, and the processors are for payments.
sharp.cache(false);
sharp.concurrency(1);

const FORMATS: Readonly<Record<string, PhotoMediaType>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

function decoded(content: Buffer): Sharp {
  // `autoOrient`: which way is up stands in the EXIF that is about to go.
  return sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error', autoOrient: true })
    .timeout({ seconds: MAX_SECONDS })
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
}

async function encoded(content: Buffer, mediaType: PhotoMediaType): Promise<Buffer> {
  const picture = decoded(content);
  if (mediaType === 'image/png') return picture.png().toBuffer();
  if (mediaType === 'image/webp') return picture.webp({ quality: 85 }).toBuffer();
  return picture.jpeg({ quality: 85 }).toBuffer();
}

/**
 * The same picture, drawn anew: what was not picture (place and time of EXIF, XMP, a page hidden behind the pixels)
 * is gone, and what is no picture is refused here and not by a browser later.
 * @throws Problem photo.invalid for anything but a whole JPEG, PNG or WebP of at most 24 megapixels
 */
export async function redrawPhoto(content: Buffer): Promise<Photo> {
  try {
    const { format } = await sharp(content, { limitInputPixels: MAX_PIXELS }).metadata();
    const mediaType = FORMATS[format];
    if (mediaType === undefined) throw new Problem('photo.invalid');
    const picture = await encoded(content, mediaType);
    if (picture.length <= PHOTO_LIMIT) return { mediaType, content: picture };
    const smaller = await decoded(content).jpeg({ quality: 75 }).toBuffer();
    if (smaller.length > PHOTO_LIMIT) throw new Problem('photo.invalid');
    return { mediaType: 'image/jpeg', content: smaller };
  } catch (error) {
    // The decoder's own words name its libraries.
    throw error instanceof Problem ? error : new Problem('photo.invalid');
  }
}
