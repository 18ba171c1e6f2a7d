import type { Permission } from '@tirtapay/domain';
import type { ComponentType } from 'react';
import type common from '../../i18n/id/common.json';
import type { Language } from '../../i18n';
import type { IconName } from '../icon';

interface FeaturePage {
  /** Below `/admin/`, as the router writes it: `bills/:id`. */
  path: string;
  /** Who may open it. The API decides again on every call. */
  access: Permission | 'signed-in' | 'anybody';
  /** The page comes as a chunk of its own. */
  load: () => Promise<ComponentType>;
}

/** An entry of the menu and of Ctrl K; who may open its page sees it. */
interface FeatureEntry {
  path: string;
  title: Readonly<Record<Language, string>>;
  /** Where the menu names it; `null` is only found with Ctrl K, for instance a form that a page leads to. */
  group: keyof typeof common.nav.group | null;
  icon: IconName;
  /** The role whose work begins here after the log-in. */
  firstOf?: string;
}

/**
 * A feature of the staff's workplace in plain data: its pages, who may open them, where the menu names them, and the words
 * they speak. The router, the menu, the jump box and the list of addresses that server and nginx know come from it.
 */
export interface Feature<Name extends string = string, Words = Record<string, unknown>> {
  /** Its folder, and the namespace of its words. */
  name: Name;
  words: {
    id: () => Promise<{ default: Words }>;
    /** Has the same keys, which the tests check: English counts in two forms, so the types differ. */
    en: () => Promise<{ default: Record<string, unknown> }>;
  };
  /** Words of shared components, or of what its pages tell of, that they speak besides their own. */
  speaks?: readonly ('ppob' | 'credentials' | 'reconciliation')[];
  pages: readonly FeaturePage[];
  /** Pages with others inside, also of other features: what is the same on all addresses that begin like this. */
  frames?: readonly FeaturePage[];
  navigation?: readonly FeatureEntry[];
}
