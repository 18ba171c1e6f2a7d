// What a stranger may see (UU 27/2022, personal data): enough for the owner to recognise, not enough to learn.

/** `Rina Kurnia` → `R*** K*****`: the first letter of each word, a star for every other character. */
export function maskName(name: string): string {
  return words(name)
    .map((word) => {
      const [first = '', ...rest] = word;
      return first + '*'.repeat(rest.length);
    })
    .join(' ');
}

const STREET_KIND =
  /^(?:jl|jln|jalan|gg|gang|lr|lorong|komp|kompleks|perum|perumahan|dusun|desa|kel|kelurahan)\.?$/i;
const HOUSE_MARK = /^(?:no|nomor|blok|rt|rw|kav|lt|unit)\.?$/i;

/**
 * `Jl. Ahmad Yani No. 12 RT 003/RW 005, Bende` → `Jl. Ahmad ***`: the kind of street and its first word, never a
 * number, block, RT/RW or quarter.
 */
export function maskAddress(address: string): string {
  const [street = ''] = address.split(',');
  const kept: string[] = [];
  for (const word of words(street)) {
    if (/\p{N}/u.test(word) || HOUSE_MARK.test(word)) break;
    kept.push(word);
    if (!STREET_KIND.test(word)) break;
  }
  return [...kept, '***'].join(' ');
}

/** `081234567890` → `0812*****890`. Numbers too short to hide anything are hidden whole. */
export function maskPhone(phone: string): string {
  const compact = phone.replace(/[\s.\-()]/g, '');
  if (compact.length < 10) return '*'.repeat(compact.length);
  return `${compact.slice(0, 4)}${'*'.repeat(compact.length - 7)}${compact.slice(-3)}`;
}

/** `rina.kurnia@example.id` → `r***@example.id`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
