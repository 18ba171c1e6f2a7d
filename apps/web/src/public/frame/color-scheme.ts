import { useSyncExternalStore } from 'react';

/** The key of the staff's pages as well: one choice for the whole product. Also read by public/first-paint.js. */
const KEY = 'mantine-color-scheme-value';

export type ColorScheme = 'light' | 'dark';

const device = () => matchMedia('(prefers-color-scheme: dark)');
const shown = (): ColorScheme =>
  document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark' ? 'dark' : 'light';

function show(scheme: ColorScheme): void {
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  for (const listener of listeners) listener();
}

function chosen(): ColorScheme | undefined {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : undefined;
  } catch {
    // A browser that refuses storage follows the device.
    return undefined;
  }
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  const follow = () => {
    if (chosen() === undefined) show(device().matches ? 'dark' : 'light');
  };
  const otherTab = (event: StorageEvent) => {
    if (event.key === KEY) show(chosen() ?? (device().matches ? 'dark' : 'light'));
  };
  const media = device();
  listeners.add(listener);
  media.addEventListener('change', follow);
  addEventListener('storage', otherTab);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', follow);
    removeEventListener('storage', otherTab);
  };
}

/** The colours on screen: those chosen, or else those of the device. */
export const useColorScheme = (): ColorScheme => useSyncExternalStore(subscribe, shown);

export function chooseColorScheme(scheme: ColorScheme): void {
  try {
    localStorage.setItem(KEY, scheme);
  } catch {
    // It still changes for this visit.
  }
  show(scheme);
}
