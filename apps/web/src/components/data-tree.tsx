import { Code } from '@mantine/core';
import classes from './data-tree.module.css';

type Data = Record<string, unknown>;

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function leaf(value: unknown): string {
  if (value === null || value === undefined) return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

interface DataTreeProps {
  data: Data;
  /** The word for a stored name; without it the name stands as stored. */
  nameOf?: (name: string) => string;
  /** A value as a person reads it; undefined for what stands as it was stored. */
  textOf?: (name: string, value: unknown) => string | undefined;
}

/** Recorded data as it was sent, nested parts indented. */
export function DataTree({ data, nameOf = (name) => name, textOf = () => undefined }: DataTreeProps) {
  return (
    <dl className={classes.tree}>
      {Object.entries(data).map(([name, value]) => {
        const nested = isObject(value)
          ? value
          : Array.isArray(value) && value.some(isObject)
            ? Object.fromEntries<unknown>(value.map((item: unknown, index) => [String(index + 1), item]))
            : undefined;
        return (
          <div key={name}>
            <dt>{nameOf(name)}</dt>
            <dd>
              {nested === undefined ? (
                <Code>{textOf(name, value) ?? leaf(value)}</Code>
              ) : (
                <DataTree data={nested} nameOf={nameOf} textOf={textOf} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
