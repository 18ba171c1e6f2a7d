/** The drawer a demonstration sells over: one counter of the utility's own, with change money in it. */
export const DEMO_DRAWER = {
  code: 'LOKET1',
  name: 'Loket 1 Mandonga',
  payPoint: 'Loket PDAM Mandonga',
  float: 500_000,
  cashier: 'kasir',
  supervisor: 'admin',
} as const;
