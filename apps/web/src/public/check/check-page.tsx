import { useTranslation } from 'react-i18next';
import { Disclosure } from '../pieces/disclosure';
import { useState } from 'react';
import { usePageTitle } from '../frame/page';
import classes from './check.module.css';
import { ContactCard } from './contact-card';
import { earlyInput } from './early-input';
import { NumberForm } from './number-form';
import { NumberPicture } from './number-picture';
import { RememberedList } from './remembered-list';
import { useCheck } from './use-check';

/** Check a bill by customer number. Everything down to the button has its twin in index.html. */
export function CheckPage() {
  const { t } = useTranslation('public');
  const heading = usePageTitle(t('title'));
  const checking = useCheck();
  const [number, setNumber] = useState(() => earlyInput().number);
  return (
    <main id="isi" className="tp-first">
      <div className="tp-hero">
        <h1 ref={heading} tabIndex={-1}>
          {t('check.title')}
        </h1>
        <p>{t('check.lead')}</p>
      </div>
      <div className="tp-first-grid">
        <NumberForm checking={checking} number={number} onNumber={setNumber}>
          <div className={classes.help}>
            <Disclosure label={t('picture.where')}>
              <NumberHelp />
            </Disclosure>
          </div>
          <RememberedList
            onPick={(picked) => {
              // In the form as well: should the meter be asked for, it is seen for which number.
              setNumber(picked);
              checking.check({ number: picked, remember: false });
            }}
          />
        </NumberForm>
        <div className={classes.side}>
          <section className={`tp-card ${classes.pictureCard}`} aria-labelledby="gambar">
            <h2 id="gambar" className={classes.cardTitle}>
              {t('picture.where')}
            </h2>
            <NumberHelp />
          </section>
          <ContactCard />
        </div>
      </div>
    </main>
  );
}

function NumberHelp() {
  const { t } = useTranslation('public');
  return (
    <div className={classes.picture}>
      <NumberPicture />
      <p className="tp-hint">{t('picture.hint')}</p>
    </div>
  );
}
