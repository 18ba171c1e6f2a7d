import { useEffect } from 'react';

const SCHEME = 'data-mantine-color-scheme';

/** Paper is white, whatever the screen was: light letters of a dark page are not to be read on it. */
export function usePaperIsWhite(): void {
  useEffect(() => {
    const root = document.documentElement;
    let before: string | null = null;
    const lay = () => {
      before ??= root.getAttribute(SCHEME);
      root.setAttribute(SCHEME, 'light');
    };
    const lift = () => {
      if (before !== null) root.setAttribute(SCHEME, before);
      before = null;
    };
    window.addEventListener('beforeprint', lay);
    window.addEventListener('afterprint', lift);
    return () => {
      lift();
      window.removeEventListener('beforeprint', lay);
      window.removeEventListener('afterprint', lift);
    };
  }, []);
}
