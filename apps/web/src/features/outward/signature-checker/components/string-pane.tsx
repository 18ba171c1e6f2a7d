import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './checker.module.css';
import { shownLines } from './shown-text';

interface StringPaneProps {
  label: string;
  text: string;
  /** Where it differs from the other one, if it does. */
  position: number | null;
}

/** A string to sign with line numbers, invisible letters written out and the first difference marked. */
export function StringPane({ label, text, position }: StringPaneProps) {
  const { t } = useTranslation('signature-checker');
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {label}
      </Text>
      <div className={classes.text} role="region" aria-label={label} tabIndex={0}>
        {shownLines(text, position).map((pieces, line) => (
          <div
            key={line}
            className={classes.line}
            data-marked={pieces.some((piece) => piece.kind === 'mark') || undefined}
          >
            <span className={classes.number} aria-hidden="true">
              {line + 1}
            </span>
            <span className={classes.letters}>
              {pieces.map((piece, index) =>
                piece.kind === 'mark' ? (
                  <mark key={index} className={classes.mark} data-difference="">
                    <VisuallyHidden>{t('compare.here')} </VisuallyHidden>
                    {piece.text === '' ? t('compare.end') : piece.text}
                  </mark>
                ) : (
                  <span key={index} className={piece.kind === 'after' ? classes.after : undefined}>
                    {piece.text}
                  </span>
                ),
              )}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
