import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';
import { matchPath } from 'react-router-dom';
import { loadWords } from '../i18n';
import {
  disputeQuery,
  infoQuery,
  inquiryQuery,
  methodsQuery,
  receiptQuery,
  tariffsQuery,
} from './api/queries';
import { checkoutQuery } from './checkout/checkout-query';

type Ask = (client: QueryClient, token: string) => Promise<unknown>[];

interface LazyPage {
  readonly path: string;
  readonly words: string;
  readonly Page: LazyExoticComponent<ComponentType>;
  /** Begins to fetch the script. */
  readonly begin: () => Promise<unknown>;
  readonly ask: Ask;
}

/** A page and its words travel together and only when somebody goes there. */
function page(
  path: string,
  words: string,
  load: () => Promise<ComponentType>,
  ask: Ask = () => [],
): LazyPage {
  const Page = lazy(async () => {
    const [component] = await Promise.all([load(), loadWords([words])]);
    return { default: component };
  });
  return { path, words, Page, begin: load, ask };
}

const bills: Ask = (client, token) => [client.query(inquiryQuery(token))];
const methods: Ask = (client, token) => [...bills(client, token), client.query(methodsQuery(token))];

export const LAZY_PAGES: readonly LazyPage[] = [
  page('/t/:token', 'public-pay', async () => (await import('./bill/bill-page')).BillPage, bills),
  page(
    '/t/:token/bayar',
    'public-pay',
    async () => (await import('./method/method-page')).MethodPage,
    methods,
  ),
  page(
    '/t/:token/loket/:bank',
    'public-pay',
    async () => (await import('./teller/teller-page')).TellerPage,
    bills,
  ),
  page(
    '/t/:token/riwayat',
    'public-history',
    async () => (await import('./history/history-page')).HistoryPage,
  ),
  page(
    '/t/:token/keberatan/:bill',
    'public-dispute',
    async () => (await import('./dispute/dispute-page')).DisputePage,
    bills,
  ),
  page('/keberatan', 'public-dispute', async () => (await import('./dispute/follow-page')).FollowPage),
  page(
    '/keberatan/:ticket',
    'public-dispute',
    async () => (await import('./dispute/ticket-page')).TicketPage,
    (client, ticket) => [client.query(disputeQuery(ticket))],
  ),
  page(
    '/s/:token',
    'public-pay',
    async () => (await import('./checkout/checkout-page')).CheckoutPage,
    (client, token) => [client.query(checkoutQuery(token))],
  ),
  page('/bukti', 'public-receipt', async () => (await import('./receipt/saved-page')).SavedPage),
  page(
    '/bukti/:token',
    'public-receipt',
    async () => (await import('./receipt/receipt-page')).ReceiptPage,
    (client, token) => [client.query(receiptQuery(token))],
  ),
  page('/v/:code', 'public-receipt', async () => (await import('./receipt/verify-page')).VerifyPage),
  page(
    '/tarif',
    'public-info',
    async () => (await import('./tariff/tariff-page')).TariffPage,
    (client) => [client.query(tariffsQuery)],
  ),
  page('/tanya', 'public-info', async () => (await import('./question/question-page')).QuestionPage),
  page('/privasi', 'public-info', async () => (await import('./privacy/privacy-page')).PrivacyPage),
];

/**
 * Fetches script and figures of the page somebody arrives at while its words are on their way: on a slow connection each
 * step that waits for another costs a fifth of a second.
 * @returns the words the page needs besides those of the frame
 */
export function arriveAt(path: string, client: QueryClient): string[] {
  const pages = LAZY_PAGES.flatMap((page) => {
    const match = matchPath(page.path, path);
    return match ? [{ ...page, token: match.params.token ?? match.params.ticket ?? '' }] : [];
  });
  // What goes wrong here is asked for again, and told, by the page itself.
  void Promise.allSettled([
    client.query(infoQuery),
    ...pages.flatMap(({ begin, ask, token }) => [begin(), ...ask(client, token)]),
  ]);
  return pages.map(({ words }) => words);
}
