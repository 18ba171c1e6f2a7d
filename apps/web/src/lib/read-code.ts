import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** What meters and labels carry: ours is a QR code, makers print bars. */
const FORMATS = ['qr_code', 'code_128', 'code_39', 'ean_13', 'itf', 'data_matrix'] as const;

interface Detector {
  detect(source: CanvasImageSource & ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface NativeDetector {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

interface Found {
  readonly detector: Detector;
  /** Not the browser's: it has to be fetched. */
  readonly ours: boolean;
}

let found: Promise<Found> | undefined;

/** The browser's own detector; where it has none, ours comes as a file of this server the first time a code is read. */
async function open(): Promise<Found> {
  const native = (globalThis as { BarcodeDetector?: NativeDetector }).BarcodeDetector;
  const known = native === undefined ? [] : await native.getSupportedFormats().catch(() => []);
  if (native !== undefined && FORMATS.every((format) => known.includes(format)))
    return { detector: new native({ formats: FORMATS }), ours: false };
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  // By default the decoder would be fetched from a stranger.
  prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path),
    },
  });
  return { detector: new BarcodeDetector({ formats: [...FORMATS] }), ours: true };
}

/** One that could not be fetched is asked for again the next time. */
function findDetector(): Promise<Found> {
  found ??= open().catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

/** For where it cannot be fetched later: the decoder and its module, unless the browser has its own that reads all of it. */
export async function prepareDecoder(): Promise<void> {
  if ((await findDetector()).ours) await fetch(wasm);
}

/**
 * The text of a bar or QR code in a picture; null when none is seen.
 * @throws when the decoder itself cannot be had, so that a person is told another way
 */
export async function readCode(picture: HTMLVideoElement | ImageBitmap): Promise<string | null> {
  const { detector } = await findDetector();
  return (
    (await detector.detect(picture)).map(({ rawValue }) => rawValue.trim()).find((text) => text !== '') ??
    null
  );
}
