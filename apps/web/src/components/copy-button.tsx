import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon';

interface CopyButtonProps {
  /** What lands in the clipboard, to the letter. */
  value: string;
  /** What is copied, for those who do not see what the button stands beside. */
  what: string;
  /** Shows the text marked when the browser has no clipboard, as on a page without https. */
  onRefused?: () => void;
}

const SHOWN_MILLISECONDS = 2_500;

export function CopyButton({ value, what, onRefused }: CopyButtonProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => {
      setCopied(false);
    }, SHOWN_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      onRefused?.();
    }
  };
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<Icon name={copied ? 'check' : 'copy'} size={13} />}
      aria-label={`${t('action.copy')} ${what}`}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{t(copied ? 'action.copied' : 'action.copy')}</span>
    </Button>
  );
}
