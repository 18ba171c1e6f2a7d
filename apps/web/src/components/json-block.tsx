import { CodeBlock } from './code-block';

/** Indented when it is JSON; a body that was cut or is none stays as it was. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A body of a call, as text or as an object that was read from one. */
export function JsonBlock({ label, body }: { label: string; body: string | object }) {
  return (
    <CodeBlock
      label={label}
      text={typeof body === 'string' ? indented(body) : JSON.stringify(body, null, 2)}
    />
  );
}
