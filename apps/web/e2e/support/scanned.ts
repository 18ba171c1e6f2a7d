import type jsQR from 'jsqr';
import type { Browser } from 'playwright-core';

/** Reads the code in a picture as a scanner does; in the browser, for a picture is millions of numbers. */
export async function scanned(browser: Browser, png: Buffer): Promise<string | undefined> {
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ path: require.resolve('jsqr') });
    return await page.evaluate(async (data) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${data}`;
      await picture.decode();
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(picture, 0, 0);
      const { width, height, data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
      return (window as unknown as { jsQR: typeof jsQR }).jsQR(pixels, width, height)?.data;
    }, png.toString('base64'));
  } finally {
    await page.close();
  }
}
