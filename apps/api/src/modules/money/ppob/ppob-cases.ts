import { casesOf } from '../../ground/cases';
import { ppobManifest } from './ppob.manifest';

/** The cases sales open. */
export const CASES = casesOf(ppobManifest);
