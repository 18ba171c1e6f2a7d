export type LocalizedText = { readonly id: string; readonly en: string };

export type ErrorAudience = 'bank' | 'partner' | 'staff' | 'public';

/** One page of the error catalogue. */
export type ErrorEntry = {
  readonly status: number;
  readonly title: LocalizedText;
  readonly cause: LocalizedText;
  readonly fix: LocalizedText;
  /** Whether sending the very same request again can do no harm and may succeed. */
  readonly safeToRetry: boolean;
  readonly audience: readonly ErrorAudience[];
};
