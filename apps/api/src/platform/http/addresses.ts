import { pathOf } from './path-of';

/**
 * What becomes of the numbers in a signed body: they are plain integers (1e4 and 10000.00 are no rupiah), or they are not ours
 * to judge where amounts come as text.
 */
type SignedNumbers = 'PLAIN_INTEGERS' | 'NOT_OURS';

/** Addresses whose requests are read by rules of their own; their modules declare them. Plain data. */
export interface Addresses {
  /**
   * Beginnings of addresses that are called signed: what is wrong with a body is said after its signature was checked.
   */
  readonly signed?: Readonly<Record<string, SignedNumbers>>;
  /** Where a picture is the body, `:id` in place of what varies. */
  readonly photos?: readonly string[];
  /** Pages the server draws beside `/api`: for one visit, and anybody may send their form. */
  readonly pages?: readonly string[];
}

/** How a URL that cannot be decoded is refused where a module speaks another language than ours. */
export interface UnreadableUrl {
  readonly at: (url: string) => boolean;
  readonly answer: () => { readonly status: number; readonly body: object };
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `/a/:b/c` as a pattern of paths. */
export function formOf(url: string): RegExp {
  const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : literal(part)));
  return new RegExp(`^${parts.join('/')}$`);
}

/** What all modules declare of their addresses, asked of one request at a time. */
export class AddressBook {
  private readonly signed: readonly (readonly [beginning: string, numbers: SignedNumbers])[];
  private readonly photos: readonly RegExp[];
  private readonly drawn: readonly RegExp[];
  readonly pages: readonly string[];

  constructor(declared: readonly Addresses[]) {
    this.signed = declared.flatMap(({ signed = {} }) => Object.entries(signed));
    this.photos = declared.flatMap(({ photos = [] }) => photos.map(formOf));
    this.pages = declared.flatMap(({ pages = [] }) => pages);
    this.drawn = this.pages.map((page) => new RegExp(`^${literal(page)}\\b`));
  }

  /** What becomes of the numbers in a signed body; null where nobody signs. */
  numbersAt(url: string): SignedNumbers | null {
    return this.signed.find(([beginning]) => url.startsWith(beginning))?.[1] ?? null;
  }

  takesPhoto(url: string): boolean {
    const path = pathOf(url);
    return this.photos.some((photo) => photo.test(path));
  }

  isPage(url: string): boolean {
    return this.drawn.some((page) => page.test(url));
  }
}
