import { casesOf } from '../../ground/cases';
import { reconciliationManifest } from './reconciliation.manifest';

export const CASES = casesOf(reconciliationManifest);
