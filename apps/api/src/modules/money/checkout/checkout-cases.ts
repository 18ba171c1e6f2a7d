import { casesOf } from '../../ground/cases';
import { checkoutManifest } from './checkout.manifest';

/** The cases checkouts, notifications of banks and calls to them open. */
export const CASES = casesOf(checkoutManifest);
