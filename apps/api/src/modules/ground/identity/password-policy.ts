export type PasswordWeakness = 'TOO_SHORT' | 'TOO_FEW_CHARACTERS' | 'COMMON_OR_CONTEXT';

export const MIN_PASSWORD_LENGTH = 12;
const MIN_DISTINCT = 6;
/** What must remain once everything guessable is taken out. */
const MIN_UNGUESSABLE = 6;

/** What people here reach for first: this utility's words, Indonesian favourites, keyboard rows, world-wide classics. */
const GUESSABLE = [
  ...[
    'tirtapay',
    'tirta',
    'pdam',
    'perumda',
    'airminum',
    'airbersih',
    'air',
    'kendari',
    'sultra',
    'sulawesi',
  ],
  ...['indonesia', 'makassar', 'bank', 'admin', 'administrator', 'super', 'petugas', 'manajer', 'operator'],
  ...[
    'rahasia',
    'katasandi',
    'sandi',
    'sayang',
    'cinta',
    'bismillah',
    'merdeka',
    'garuda',
    'selamat',
    'datang',
  ],
  ...[
    'password',
    'passw',
    'pass',
    'welcome',
    'letmein',
    'iloveyou',
    'login',
    'secret',
    'changeme',
    'default',
  ],
  ...['qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', 'zxcvbn', 'qazwsx', 'abcdef', 'abc'],
  ...[
    'dragon',
    'monkey',
    'football',
    'baseball',
    'sunshine',
    'princess',
    'superman',
    'batman',
    'master',
    'user',
  ],
  ...['correcthorsebatterystaple', 'trustno', 'test', 'demo', 'guest', 'root', 'hello'],
];

const SUBSTITUTIONS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function unmasked(text: string): string {
  return [...text].map((character) => SUBSTITUTIONS[character] ?? character).join('');
}

function without(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ' '), text);
}

/** Years, runs like 12345 or 98765, and one character or pair over and over. */
function withoutPatterns(text: string): string {
  return text
    .replaceAll(/(?:19|20)[0-9]{2}/g, ' ')
    .replaceAll(/0?123456?7?8?9?0?|9?8?7?654321?0?/g, ' ')
    .replaceAll(/(.{1,3})\1{2,}/gu, ' ');
}

function lettersLeft(text: string): number {
  return [...text.replaceAll(/[\s\p{P}\p{S}]/gu, '')].length;
}

/**
 * Judges a new password by what an attacker would try first (OWASP ASVS 6.2.1, 6.2.4, 6.2.11): long enough, and still
 * something left when common words, our own words and the person's own names are removed. No rules on "one capital
 * letter, one digit".
 * @param personal the user name and the name of the person
 * @returns null when it is good
 */
export function passwordWeakness(password: string, personal: readonly string[]): PasswordWeakness | null {
  const characters = [...password.normalize('NFC')];
  if (characters.length < MIN_PASSWORD_LENGTH) return 'TOO_SHORT';
  if (new Set(characters).size < MIN_DISTINCT) return 'TOO_FEW_CHARACTERS';
  const own = personal
    .flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3);
  const words = [...own, ...GUESSABLE].sort((a, b) => b.length - a.length);
  const plain = password.normalize('NFKC').toLowerCase();
  const left = Math.min(
    lettersLeft(withoutPatterns(without(plain, words))),
    lettersLeft(without(unmasked(withoutPatterns(plain)), words)),
  );
  return left < MIN_UNGUESSABLE ? 'COMMON_OR_CONTEXT' : null;
}
