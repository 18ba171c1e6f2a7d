import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../copy-button';
import classes from './ppob.module.css';

/** A token or voucher as it is read out and typed: large, in groups of four that never break. */
export function BigCode({ code, label }: { code: string; label: string }) {
  const { t } = useTranslation('ppob');
  const text = useRef<HTMLDivElement>(null);
  return (
    <div className={classes.code}>
      <div className={classes.codeHead}>
        <span>{label}</span>
        <CopyButton
          value={code}
          what={label}
          onRefused={() => {
            if (text.current) getSelection()?.selectAllChildren(text.current);
          }}
        />
      </div>
      <div
        className={classes.digits}
        ref={text}
        data-testid="code"
        aria-label={`${t('result.code')} ${code}`}
      >
        {code.split('-').map((group, index) => (
          <span key={index}>
            {index > 0 && <span aria-hidden>-</span>}
            {group}
          </span>
        ))}
      </div>
    </div>
  );
}
