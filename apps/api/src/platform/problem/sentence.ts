import type { Language } from '@tirtapay/domain';

type Words = Readonly<Record<Language, string>>;

/**
 * What a refusal says to a person, whole in both languages and filled with its figures; which of the two is read is
 * decided when it is sent. It cannot be made without Indonesian, and a text alone is none: a refusal that would speak one
 * language does not compile. Made in the `sentences.ts` of whoever says it, nowhere else.
 */
export class Sentence {
  private constructor(private readonly words: Words) {}

  static of(words: Words): Sentence {
    return new Sentence(words);
  }

  /** What the software of a bank reads: the same bytes to everybody, as the contract with banks fixes them. */
  static forSoftware(text: string): Sentence {
    return new Sentence({ id: text, en: text });
  }

  /** Several as one. */
  static joined(sentences: readonly Sentence[]): Sentence {
    const all = (language: Language) => sentences.map((sentence) => sentence.in(language)).join(' ');
    return new Sentence({ id: all('id'), en: all('en') });
  }

  in(language: Language): string {
    return this.words[language];
  }
}
