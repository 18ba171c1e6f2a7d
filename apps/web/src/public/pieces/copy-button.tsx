import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import classes from './pieces.module.css';

interface CopyButtonProps {
  /** What lands in the clipboard: digits only, whatever the screen shows. */
  value: string;
  /** What is copied, for those who do not see the number beside the button. */
  what: string;
  /** Selected by hand when the browser has no clipboard, as on a page without https. */
  shown: RefObject<HTMLElement | null>;
}

function select(element: HTMLElement | null): void {
  const selection = getSelection();
  if (!element || !selection) return;
  const range = document.createRange();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
}

export function CopyButton({ value, what, shown }: CopyButtonProps) {
  const { t } = useTranslation('public');
  const [result, setResult] = useState<'copied' | 'selected'>();
  useEffect(() => {
    if (result !== 'copied') return undefined;
    const timer = setTimeout(() => {
      setResult(undefined);
    }, 3000);
    return () => {
      clearTimeout(timer);
    };
  }, [result]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setResult('copied');
    } catch {
      select(shown.current);
      setResult('selected');
    }
  };
  return (
    <span className={classes.copy}>
      <button type="button" className={classes.plain} onClick={() => void copy()}>
        <Icon name={result === 'copied' ? 'check' : 'copy'} size={18} />
        <span>{t(result === 'copied' ? 'copy.done' : 'copy.action')}</span>
        <span className={classes.unseen}>{what}</span>
      </button>
      <span role="status" className={result === 'selected' ? classes.dim : classes.unseen}>
        {result === 'selected'
          ? t('copy.selected')
          : result === 'copied'
            ? t('copy.announced', { what })
            : ''}
      </span>
    </span>
  );
}
