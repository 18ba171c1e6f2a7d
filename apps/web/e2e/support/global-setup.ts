import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from './chromium';
import { announceProduct, Product } from './product';

declare global {
  var tirtapayProduct: Product | undefined;
}

/**
 * One browser, unpacked before the workers ask for it, and one product for all browser tests. While it starts, other tests
 * go on; whoever looks at it waits for it (product-ready.ts).
 */
export default async function startProduct(): Promise<void> {
  const build = join(__dirname, '..', '..', '..', '..', 'scripts', 'build-stale.mjs');
  execFileSync(process.execPath, [build, 'server', 'web'], { stdio: 'inherit' });
  await findChromium();
  const product = await Product.launch();
  globalThis.tirtapayProduct = product;
  announceProduct(product.access);
}
