import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { chooseColorScheme, useColorScheme } from './color-scheme';
import classes from './frame.module.css';

export function ThemeSwitch() {
  const { t } = useTranslation('public');
  const dark = useColorScheme() === 'dark';
  const label = t(dark ? 'frame.toLight' : 'frame.toDark');
  return (
    <button
      type="button"
      className={classes.switch}
      aria-label={label}
      title={label}
      onClick={() => {
        chooseColorScheme(dark ? 'light' : 'dark');
      }}
    >
      <Icon name={dark ? 'sun' : 'moon'} size={20} />
    </button>
  );
}
