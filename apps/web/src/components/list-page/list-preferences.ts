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
  setVisible: (column: { key: string; optional?: boolean | undefined }, visible: boolean) => void;
  setDensity: (density: Density) => void;
  reset: () => void;
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
  const without = (names: string[], name: string) => names.filter((other) => other !== name);
  return {
    density: stored.density,
    isVisible: ({ key, optional }) => (optional ? stored.shown.includes(key) : !stored.hidden.includes(key)),
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
    reset: remove,
  };
}
