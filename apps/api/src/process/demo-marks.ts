/**
 * By what a demonstration is known: names whose secrets stand in the documents, so that everybody knows them. The server
 * refuses to run in production on a database that holds one of them.
 */
export const DEMO_PASSWORD = 'TirtaDemo2026!';
export const DEMO_USERNAMES = [
  'super',
  'super2',
  'admin',
  'petugas',
  'kasir',
  'kasir2',
  'manajer',
  'it',
] as const;
export const DEMO_KEY_IDS = [
  'demo-bank-sultra',
  'demo-bank-kedua',
  'demo-bank-pesisir',
  'demo-partner-ppob',
] as const;
export const DEMO_SNAP_PARTNERS = ['demo-snap-sultra', 'demo-snap-asym'] as const;
