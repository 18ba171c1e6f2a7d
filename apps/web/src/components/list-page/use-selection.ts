import { useState } from 'react';
import type { Asked } from './list-api';

/** As many as the server takes by number; whoever wants more takes the filter. */
export const MOST_TICKED = 500;

export interface Selection {
  ids: readonly number[];
  /** Every row of the filter, also those on other pages. */
  everything: boolean;
  isEmpty: boolean;
  /** The rows as the server is asked for them. */
  asked: Asked;
  tick: (ids: readonly number[]) => void;
  takeEverything: () => void;
  clear: () => void;
}

interface Ticked {
  filter: string;
  ids: readonly number[];
  everything: boolean;
}

/** What is ticked belongs to a filter: with another one nothing is ticked, so that nobody acts on rows they do not see. */
export function useSelection(filter: Asked): Selection {
  const { sort: _sort, ...rows } = filter;
  const key = JSON.stringify(rows);
  const [stored, store] = useState<Ticked>({ filter: key, ids: [], everything: false });
  const ticked = stored.filter === key ? stored : { filter: key, ids: [], everything: false };
  return {
    ids: ticked.ids,
    everything: ticked.everything,
    isEmpty: ticked.ids.length === 0 && !ticked.everything,
    asked: ticked.everything ? filter : { ...filter, ids: ticked.ids.join(',') },
    tick: (ids) => {
      store({ filter: key, ids: ids.slice(0, MOST_TICKED), everything: false });
    },
    takeEverything: () => {
      store({ filter: key, ids: [], everything: true });
    },
    clear: () => {
      store({ filter: key, ids: [], everything: false });
    },
  };
}
