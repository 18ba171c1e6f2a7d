import { shellWords } from './shell-words';

/** A request as somebody copied it from a log, a terminal or a mail. */
export interface PastedRequest {
  method: string;
  /** Path and query, to the letter. */
  target: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string;
  /** The body stood in a file that is not here. */
  bodyMissing: boolean;
}

const VALUE_OPTIONS: Readonly<Record<string, string>> = {
  '-X': 'method',
  '--request': 'method',
  '-H': 'header',
  '--header': 'header',
  '-d': 'data',
  '--data': 'data',
  '--data-ascii': 'data',
  '--data-raw': 'raw',
  '--data-binary': 'data',
  '--json': 'json',
  '--url': 'url',
};
/** Options with a value that says nothing about what was signed. */
const OTHER_VALUES =
  /^(-[oAebuwmxEFT]|--(output|user-agent|referer|cookie|user|write-out|max-time|connect-timeout|proxy|cert|key|cacert|retry|resolve))$/;

/** Reads a curl command or a raw HTTP request; null when it is neither. */
export function parsePastedRequest(text: string): PastedRequest | null {
  const start = text.trimStart();
  return /^(\$ |> )?curl\s/.test(start) ? parseCurl(start.replace(/^(\$ |> )/, '')) : parseRaw(start);
}

/** `https://host/a?b=c` is `/a?b=c`. Cut, not parsed: a URL object would write the path anew. */
function targetOf(url: string): string {
  const target = /^https?:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? url.split('#', 1)[0] ?? '';
  return target.startsWith('/') ? target : `/${target}`;
}

function headerOf(line: string): [string, string] | null {
  const match = /^([A-Za-z0-9-]+):[ \t]*(.*?)[ \t\r]*$/.exec(line);
  return match ? [(match[1] ?? '').toLowerCase(), match[2] ?? ''] : null;
}

function parseRaw(text: string): PastedRequest | null {
  const [, head = '', body = ''] = /^([\s\S]*?)(?:\r?\n\r?\n([\s\S]*))?$/.exec(text) ?? [];
  const [first = '', ...lines] = head.split(/\r?\n/);
  const request = /^([A-Za-z]{3,7}) +(\S+)(?: +HTTP\/[\d.]+)?\s*$/.exec(first);
  const headers = lines.flatMap((line) => {
    const header = headerOf(line);
    return header === null ? [] : [header];
  });
  if (request === null || headers.length === 0) return null;
  const named = Object.fromEntries(headers);
  return {
    method: request[1] ?? '',
    target: targetOf(request[2] ?? ''),
    headers: named,
    body: ofLength(body, named['content-length']),
    bodyMissing: false,
  };
}

/** A copied text often ends with a line end of its own; Content-Length says whether it belongs to the body. */
function ofLength(body: string, length: string | undefined): string {
  const trimmed = body.replace(/\r?\n$/, '');
  return length !== undefined && new TextEncoder().encode(trimmed).length === Number(length) ? trimmed : body;
}

function parseCurl(text: string): PastedRequest | null {
  const words = shellWords(text);
  if (words === null) return null;
  let method: string | undefined;
  let url: string | undefined;
  let bodyMissing = false;
  const headers: [string, string][] = [];
  const data: string[] = [];
  let joint = '&';
  const rest = words.slice(1);
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const glued = /^(-[XHd])(.+)$/.exec(word);
    const equals = /^(--[a-z-]+)=([\s\S]*)$/.exec(word);
    const name = glued?.[1] ?? equals?.[1] ?? word;
    const option = VALUE_OPTIONS[name];
    const value = () => glued?.[2] ?? equals?.[2] ?? rest.shift() ?? '';
    if (option === 'method') method = value();
    else if (option === 'url') url = value();
    else if (option === 'header') {
      const header = headerOf(value());
      if (header !== null) headers.push(header);
    } else if (option !== undefined) {
      const given = value();
      if (option === 'json') joint = '';
      if (option !== 'raw' && given.startsWith('@')) bodyMissing = true;
      else data.push(given);
    } else if (OTHER_VALUES.test(name)) value();
    else if (!name.startsWith('-')) url ??= word;
  }
  if (url === undefined) return null;
  return {
    method: method ?? (data.length > 0 || bodyMissing ? 'POST' : 'GET'),
    target: targetOf(url),
    headers: Object.fromEntries(headers),
    body: data.join(joint),
    bodyMissing,
  };
}
