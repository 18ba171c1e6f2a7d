import { MAX_TRANSACTION } from '../money';
import type { Language } from '../time';
import { mobileOperators } from './operators';
import { variantOf } from './order';
import type { PpobService } from './service';

/** From when to when something holds, epoch milliseconds; `to` is the first instant at which it does not. */
export interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** Whether it holds at an instant; a span that ends where it begins never did. */
export function holdsAt({ from, to }: Span, at: number): boolean {
  return from <= at && (to === null || at < to);
}

/**
 * What a change that takes effect at an instant ends: what holds then ends there, and what was planned for later never
 * begins. What was before stays as it was. A wrong plan is therefore put right by a change of the same or an earlier instant.
 * @returns the spans that change, with their new end
 */
export function supersede<S extends Span>(spans: readonly S[], at: number): S[] {
  return spans
    .filter(({ to }) => to === null || to > at)
    .map((span) => ({ ...span, to: Math.max(span.from, at) }));
}

/** One line of the price list as it is proposed. */
export interface ProposedPrice {
  readonly variant: string;
  /** What the customer pays; null where the supplier says what is owed. */
  readonly price: number | null;
  /** What the supplier may ask for at most. */
  readonly cost: number | null;
  /** The supplier's name for it. */
  readonly sku: string;
}

/** What one change of a service asks for. */
export interface PriceChange {
  readonly adminFee: number | null;
  readonly offered: readonly ProposedPrice[];
  readonly withdrawn: readonly Pick<ProposedPrice, 'variant' | 'price'>[];
}

export interface PriceProblem {
  /** JSON pointer into the change. */
  readonly pointer: string;
  readonly code: string;
  readonly words: Readonly<Record<Language, string>>;
}

const MAX_ADMIN_FEE = 100_000;
const SKU = /^[A-Za-z0-9._-]{1,64}$/;
const MAX_PART = 60;

const WORDS = {
  nothing: { id: 'Belum ada yang diubah.', en: 'Nothing is changed.' },
  fee: {
    id: `Biaya admin antara 0 dan ${String(MAX_ADMIN_FEE)}.`,
    en: `The fee lies between 0 and ${String(MAX_ADMIN_FEE)}.`,
  },
  billed: {
    id: 'Layanan ini ditagih pemasok; harga dan modalnya dikosongkan.',
    en: 'The supplier says what is owed here; leave price and cost empty.',
  },
  amount: { id: 'Isi dengan rupiah bulat.', en: 'Must be whole rupiah.' },
  sku: {
    id: 'Kode produk 1 sampai 64 huruf, angka, titik, garis bawah, atau tanda hubung.',
    en: 'A product code has 1 to 64 letters, digits, dots, underscores or hyphens.',
  },
  variant: {
    id: 'Isi setiap bagian varian, dipisahkan garis miring.',
    en: 'Fill in each part of the variant, separated by a slash.',
  },
  operator: { id: 'Operator ini tidak dikenal.', en: 'There is no such operator.' },
  twice: { id: 'Produk ini disebut dua kali.', en: 'This product is named twice.' },
} as const;

/**
 * What tells two offers of a service apart: where the customer names the amount, each amount is an offer of its own; where
 * a package has a price, the package is, and its price may change.
 */
export function offerKey(
  { fields }: PpobService,
  { variant, price }: Pick<ProposedPrice, 'variant' | 'price'>,
): string {
  return fields.some(({ kind }) => kind === 'NOMINAL') ? `${variant}#${String(price)}` : variant;
}

/** What is wrong with a proposed change; empty when it may be asked for. */
export function priceChangeProblems(service: PpobService, change: PriceChange): PriceProblem[] {
  const { adminFee, offered, withdrawn } = change;
  const problems: PriceProblem[] = [];
  const refuse = (pointer: string, code: string, words: PriceProblem['words']) => {
    problems.push({ pointer, code, words });
  };
  if (adminFee === null && offered.length + withdrawn.length === 0) refuse('', 'nothing', WORDS.nothing);
  if (adminFee !== null && !isAmount(adminFee, 0, MAX_ADMIN_FEE)) refuse('/admin_fee', 'feeLimit', WORDS.fee);
  const seen = new Set<string>();
  const once = (pointer: string, offer: Pick<ProposedPrice, 'variant' | 'price'>) => {
    const key = offerKey(service, offer);
    if (seen.has(key)) refuse(pointer, 'duplicate', WORDS.twice);
    seen.add(key);
  };
  for (const [index, offer] of offered.entries()) {
    const at = `/offered/${String(index)}`;
    const variant = variantProblem(service, offer.variant);
    if (variant !== null) refuse(`${at}/variant`, 'variant', variant);
    if (!SKU.test(offer.sku)) refuse(`${at}/sku`, 'sku', WORDS.sku);
    if (service.pricing.by === 'INQUIRY') {
      if (offer.price !== null || offer.cost !== null) refuse(`${at}/price`, 'billed', WORDS.billed);
    } else {
      if (!isAmount(offer.price, 1, MAX_TRANSACTION)) refuse(`${at}/price`, 'isNominal', WORDS.amount);
      if (!isAmount(offer.cost, 0, MAX_TRANSACTION)) refuse(`${at}/cost`, 'isNominal', WORDS.amount);
    }
    once(`${at}/variant`, offer);
  }
  for (const [index, offer] of withdrawn.entries()) once(`/withdrawn/${String(index)}/variant`, offer);
  return problems;
}

function isAmount(value: number | null, min: number, max: number): boolean {
  return value !== null && Number.isSafeInteger(value) && value >= min && value <= max;
}

function variantProblem(service: PpobService, variant: string): PriceProblem['words'] | null {
  const wanted = variantOf(service);
  const parts = variant === '' ? [] : variant.split('/');
  if (
    parts.length !== wanted.length ||
    parts.some((part) => part.trim() !== part || part === '' || part.length > MAX_PART)
  )
    return WORDS.variant;
  const operator = wanted.indexOf('operator');
  return operator >= 0 && !mobileOperators().some((name) => name === parts[operator]) ? WORDS.operator : null;
}
