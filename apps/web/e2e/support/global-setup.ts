import { announceProduct, Product } from './product';

declare global {
  var tirtapayProduct: Product | undefined;
}

/** One running product for all browser tests. */
export default async function startProduct(): Promise<void> {
  const product = await Product.start();
  globalThis.tirtapayProduct = product;
  announceProduct(product.access);
}
