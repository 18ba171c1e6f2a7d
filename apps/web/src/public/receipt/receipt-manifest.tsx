/** Only the receipts can be installed: React moves the link into <head> while one is on screen. */
export function ReceiptManifest() {
  return <link rel="manifest" href="/receipts.webmanifest" />;
}
