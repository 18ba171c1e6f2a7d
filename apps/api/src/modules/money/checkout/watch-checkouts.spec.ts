import { LOOK_MILLISECONDS } from './watch-checkouts.service';

/* How long it takes belongs to the machine; how often it is looked belongs to us. */
it('looks often enough that a payer is told within two seconds of the payment', () => {
  expect(2 * LOOK_MILLISECONDS).toBeLessThanOrEqual(1_000);
});
