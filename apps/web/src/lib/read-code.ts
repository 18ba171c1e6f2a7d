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

let detector: Promise<Detector> | undefined;

/** The browser's own detector; where it has none, ours comes as a file of this server the first time a code is read. */
async function open(): Promise<Detector> {
  const native = (globalThis as { BarcodeDetector?: NativeDetector }).BarcodeDetector;
  const known = native === undefined ? [] : await native.getSupportedFormats().catch(() => []);
  if (native !== undefined && FORMATS.every((format) => known.includes(format)))
    return new native({ formats: FORMATS });
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  // By default the decoder would be fetched from a stranger.
  prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasm : prefix + path),
    },
  });
  return new BarcodeDetector({ formats: [...FORMATS] });
}

/** For where it cannot be fetched later: the decoder and its module, unless the browser has its own. */
export async function prepareDecoder(): Promise<void> {
  const native = (globalThis as { BarcodeDetector?: NativeDetector }).BarcodeDetector;
  detector ??= open();
  await detector;
  if (native === undefined) await fetch(wasm);
}

/**
 * The text of a bar or QR code in a picture; null when none is seen.
 * @throws when the decoder itself cannot be had, so that a person is told another way
 */
export async function readCode(picture: HTMLVideoElement | ImageBitmap): Promise<string | null> {
  detector ??= open().catch((error: unknown) => {
    detector = undefined;
    throw error;
  });
  const found = await (await detector).detect(picture);
  return found.map(({ rawValue }) => rawValue.trim()).find((text) => text !== '') ?? null;
}
