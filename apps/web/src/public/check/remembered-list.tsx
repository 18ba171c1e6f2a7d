import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { Digits } from '../pieces/digits';
import classes from './check.module.css';
import { readNumbers, writeNumbers } from './remembered-numbers';

export function RememberedList({ onPick }: { onPick: (number: string) => void }) {
  const { t } = useTranslation('public');
  const [numbers, setNumbers] = useState(readNumbers);
  if (numbers.length === 0) return null;
  return (
    <section className={classes.remembered} aria-labelledby="ingatan">
      <h2 id="ingatan">{t('remembered.title')}</h2>
      <ul>
        {numbers.map(({ number, name }) => (
          <li key={number}>
            <button
              type="button"
              className={classes.pick}
              onClick={() => {
                onPick(number);
              }}
            >
              <Digits value={number} />
              <span className={classes.pickName}>{name}</span>
            </button>
            <button
              type="button"
              className={classes.remove}
              aria-label={t('remembered.remove', { number })}
              title={t('remembered.remove', { number })}
              onClick={() => {
                const rest = numbers.filter((entry) => entry.number !== number);
                writeNumbers(rest);
                setNumbers(rest);
              }}
            >
              <Icon name="close" size={18} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
