import { useLocalStorage } from '@mantine/hooks';
import { useSession } from '../../lib/session';

export type Density = 'dense' | 'normal';

interface Preferences {
  hidden: string[];
  shown: string[];
  density: Density;
}

const NOTHING: Preferences = { hidden: [], shown: [], density: 'normal' };

export interface ListPreferences {
  density: Density;
  isVisible: (column: { key: string; optional?: boolean | undefined }) => boolean;
  /** Whether the person put it there themselves. */
  isAsked: (column: { key: string }) => boolean;
  setVisible: (column: { key: string; optional?: boolean | undefined }, visible: boolean) => void;
  setDensity: (density: Density) => void;
  /** The choice as one text, for a saved view. */
  text: string;
  restore: (text: string) => void;
  reset: () => void;
}

const names = (list: string | null) => (list === null || list === '' ? [] : list.split(','));

function written({ hidden, shown, density }: Preferences): string {
  return new URLSearchParams({ hidden: hidden.join(), shown: shown.join(), density })
    .toString()
    .replaceAll('%2C', ',');
}

function read(text: string): Preferences {
  const values = new URLSearchParams(text);
  return {
    hidden: names(values.get('hidden')),
    shown: names(values.get('shown')),
    density: values.get('density') === 'dense' ? 'dense' : 'normal',
  };
}

/** Columns and density that a person chose for a list, kept on this device for this person. */
export function useListPreferences(list: string): ListPreferences {
  const session = useSession();
  const owner = 'user' in session ? String(session.user.id) : '0';
  const [stored, store, remove] = useLocalStorage<Preferences>({
    key: `tirtapay.list.${owner}.${list}`,
    defaultValue: NOTHING,
    getInitialValueInEffect: false,
  });
  const without = (all: string[], name: string) => all.filter((other) => other !== name);
  return {
    density: stored.density,
    isVisible: ({ key, optional }) => (optional ? stored.shown.includes(key) : !stored.hidden.includes(key)),
    isAsked: ({ key }) => stored.shown.includes(key),
    setVisible: ({ key }, visible) => {
      store({
        ...stored,
        hidden: visible ? without(stored.hidden, key) : [...without(stored.hidden, key), key],
        shown: visible ? [...without(stored.shown, key), key] : without(stored.shown, key),
      });
    },
    setDensity: (density) => {
      store({ ...stored, density });
    },
    text: written(stored),
    restore: (text) => {
      store(read(text));
    },
    reset: remove,
  };
}
