import { casesOf } from '../../ground/cases';
import { disputeManifest } from './dispute.manifest';

export const CASES = casesOf(disputeManifest);
