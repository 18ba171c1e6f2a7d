import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import classes from './reading-entry.module.css';

interface KeypadProps {
  value: string;
  digits: number;
  onChange: (value: string) => void;
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Big keys for a thumb outdoors; on a desk the keyboard does it. */
export function Keypad({ value, digits, onChange }: KeypadProps) {
  const { t } = useTranslation('readings');
  const press = (key: string) => {
    onChange((value + key).replace(/^0+(?=\d)/, '').slice(0, digits));
  };
  return (
    <div className={classes.keypad} role="group" aria-label={t('entry.keypad')}>
      {KEYS.map((key) => (
        <Button
          key={key}
          variant="default"
          className={classes.key}
          onClick={() => {
            press(key);
          }}
        >
          {key}
        </Button>
      ))}
      <Button
        variant="subtle"
        color="gray"
        className={classes.key}
        aria-label={t('entry.clear')}
        onClick={() => {
          onChange('');
        }}
      >
        <Icon name="close" />
      </Button>
      <Button
        variant="default"
        className={classes.key}
        onClick={() => {
          press('0');
        }}
      >
        0
      </Button>
      <Button
        variant="subtle"
        color="gray"
        className={classes.key}
        aria-label={t('entry.backspace')}
        onClick={() => {
          onChange(value.slice(0, -1));
        }}
      >
        <Icon name="left" />
      </Button>
    </div>
  );
}
