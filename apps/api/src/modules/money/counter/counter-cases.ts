import { casesOf } from '../../ground/cases';
import { counterManifest } from './counter.manifest';

/** The cases counters open. */
export const CASES = casesOf(counterManifest);
