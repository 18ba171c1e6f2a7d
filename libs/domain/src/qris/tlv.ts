/** One EMVCo data object: 2-digit tag, value of at most 99 characters. */
export type TlvField = { readonly tag: string; readonly value: string };

export declare function encodeTlv(fields: readonly TlvField[]): string;
export declare function decodeTlv(text: string): TlvField[] | null;
