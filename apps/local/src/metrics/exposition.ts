import type { Named, Sample } from './figures';

const quoted = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function line(name: string, { labels, value }: Sample): string {
  const named = Object.entries(labels).map(([label, text]) => `${label}="${quoted(text)}"`);
  return `${name}${named.length === 0 ? '' : `{${named.join(',')}}`} ${String(value)}`;
}

/** As Prometheus reads it, version 0.0.4 of its text format. */
export const exposition = (found: ReadonlyMap<Named, readonly Sample[]>): string =>
  [...found]
    .flatMap(([{ name, help }, samples]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...samples.map((sample) => line(name, sample)),
    ])
    .join('\n')
    .concat('\n');
