import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { Icon } from '../../components/icon';
import classes from './frame.module.css';

let arrivedAt: string | undefined;

/** Announces a page change the way a full load would: title, focus on the heading, top of the page. */
export function usePageTitle(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { t } = useTranslation();
  const { key } = useLocation();
  useEffect(() => {
    document.title = `${title} – ${t('product')}`;
  }, [title, t]);
  useEffect(() => {
    // The first page of a visit keeps the browser's own focus and scroll position.
    if (arrivedAt !== undefined && arrivedAt !== key) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    arrivedAt = key;
  }, [key]);
  return heading;
}

interface PageProps {
  title: string;
  lead?: ReactNode;
  back?: { to: string; label: string };
  /** Which of the four steps of paying this is. */
  step?: 1 | 2 | 3 | 4;
  children: ReactNode;
}

/** An inner page: way back, steps, heading, content in one column. */
export function Page({ title, lead, back, step, children }: PageProps) {
  const heading = usePageTitle(title);
  return (
    <main id="isi" className={classes.main}>
      {(back ?? step) !== undefined && (
        <div className={classes.way}>
          {back && (
            <Link to={back.to} className={classes.back}>
              <Icon name="left" size={18} />
              {back.label}
            </Link>
          )}
          {step !== undefined && <Steps current={step} />}
        </div>
      )}
      <div className={classes.heading}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {children}
    </main>
  );
}

function Steps({ current }: { current: number }) {
  const { t } = useTranslation('public');
  const names = [t('steps.number'), t('steps.bill'), t('steps.method'), t('steps.pay')];
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {names.map((name, index) => (
        <li
          key={name}
          data-done={index + 1 < current || undefined}
          {...(index + 1 === current && { 'aria-current': 'step' as const })}
        >
          <span>{name}</span>
        </li>
      ))}
    </ol>
  );
}
