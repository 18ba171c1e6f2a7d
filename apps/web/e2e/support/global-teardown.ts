import { runCommand } from './product';

/** After a day of clicking the laws of the books must hold, and the product must stop as asked. */
export default async function stopProduct(): Promise<void> {
  const laws = await runCommand('invariants', []);
  const code = await globalThis.tirtapayProduct?.stop();
  if (laws.code !== 0) throw new Error(`invariants are broken after the browser tests:\n${laws.output}`);
  if (code !== 0) throw new Error(`npm start ended with ${String(code)} when told to stop`);
}
