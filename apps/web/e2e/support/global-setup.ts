import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from './chromium';
import { announceProduct, Product } from './product';

declare global {
  var tirtapayProduct: Product | undefined;
}

/** One browser, unpacked before the workers ask for it, and one running product for all browser tests. */
export default async function startProduct(): Promise<void> {
  const build = join(__dirname, '..', '..', '..', '..', 'scripts', 'build-stale.mjs');
  execFileSync(process.execPath, [build, 'server', 'web'], { stdio: 'inherit' });
  await findChromium();
  const product = await Product.start();
  globalThis.tirtapayProduct = product;
  announceProduct(product.access);
}
