import { Text } from '@mantine/core';
import { useRef } from 'react';
import classes from './code-block.module.css';
import { CopyButton } from './copy-button';

interface CodeBlockProps {
  label: string;
  text: string;
}

/** Text of a protocol: every letter as it is, in a frame that scrolls, with a button to take it along. */
export function CodeBlock({ label, text }: CodeBlockProps) {
  const shown = useRef<HTMLPreElement>(null);
  const mark = () => {
    if (shown.current) getSelection()?.selectAllChildren(shown.current);
  };
  return (
    <div className={classes.block}>
      <div className={classes.head}>
        <Text size="xs" c="dimmed">
          {label}
        </Text>
        <CopyButton value={text} what={label} onRefused={mark} />
      </div>
      <pre ref={shown} className={classes.text} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
    </div>
  );
}
