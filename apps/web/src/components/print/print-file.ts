import { save } from '../../lib/api';

const KEPT_MILLISECONDS = 600_000;

/**
 * Opens the browser's print dialogue for a PDF without leaving the page; one that shows no PDF saves it.
 * @param done once the dialogue is left, which takes the cursor with it
 */
export function printFile(name: string, content: Blob, done?: () => void): void {
  const file = new Blob([content], { type: 'application/pdf' });
  if (!navigator.pdfViewerEnabled) {
    save(name, file);
    return;
  }
  const url = URL.createObjectURL(file);
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden';
  frame.title = name;
  frame.src = url;
  frame.addEventListener(
    'load',
    () => {
      frame.contentWindow?.print();
      done?.();
    },
    { once: true },
  );
  document.body.append(frame);
  // The dialogue reads from it for as long as it is open, and nothing tells when that ends.
  setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(url);
  }, KEPT_MILLISECONDS);
}
