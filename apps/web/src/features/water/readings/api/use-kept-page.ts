import { useEffect, useState } from 'react';
import { prepareDecoder } from '../../../../lib/read-code';
import { isPageKept, keepPage } from './keep-page';

/** Null while there is nothing to say: it is being kept, or nothing was taken along. */
export type PageState = 'ready' | 'failed' | null;

/** Keeps the page itself on the device, with what reads a code, as soon as a route was taken along. */
export function useKeptPage(wanted: boolean): PageState {
  const [state, setState] = useState<PageState>(null);
  useEffect(() => {
    if (!wanted) return;
    const say = (kept: boolean) => {
      setState(kept ? 'ready' : 'failed');
    };
    const keep = async () => {
      await keepPage();
      return true;
    };
    keep()
      .catch(isPageKept)
      .then(say, () => {
        say(false);
      })
      // The page first: the decoder is many times as large, and without it the number can still be typed.
      .then(prepareDecoder)
      .then(keepPage)
      .catch(() => undefined);
  }, [wanted]);
  return state;
}
