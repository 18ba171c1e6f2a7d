import { casesOf } from '../../ground/cases';
import { paymentManifest } from './payment.manifest';

/** The cases payments open. */
export const CASES = casesOf(paymentManifest);
