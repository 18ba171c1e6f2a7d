/** One EMVCo data object: 2-digit tag, value of at most 99 characters. */
export type TlvField = { readonly tag: string; readonly value: string };

/**
 * Tag, two-digit length, value, one after the other.
 * @throws RangeError for a tag that is not two digits or a value of 0 or more than 99 characters.
 */
export function encodeTlv(fields: readonly TlvField[]): string {
  return fields.map(encodeField).join('');
}

function encodeField({ tag, value }: TlvField): string {
  if (!/^\d{2}$/.test(tag)) throw new RangeError(`not a tag: ${tag}`);
  if (value.length < 1 || value.length > 99) {
    throw new RangeError(`tag ${tag} has ${String(value.length)} characters, 1–99 allowed`);
  }
  return `${tag}${String(value.length).padStart(2, '0')}${value}`;
}

/** The fields in their order; null when lengths do not add up to the text. Lengths count characters. */
export function decodeTlv(text: string): TlvField[] | null {
  const fields: TlvField[] = [];
  let at = 0;
  while (at < text.length) {
    const header = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4));
    if (!header) return null;
    const length = Number(header[2]);
    const value = text.slice(at + 4, at + 4 + length);
    if (length === 0 || value.length < length) return null;
    fields.push({ tag: header[1] ?? '', value });
    at += 4 + length;
  }
  return fields;
}

/** Value of the first field with this tag. */
export function valueOf(fields: readonly TlvField[], tag: string): string | null {
  return fields.find((field) => field.tag === tag)?.value ?? null;
}
