/** What the tests ask of the library; it has no types of its own. */
declare module 'mt940js' {
  interface Movement {
    readonly date: Date;
    readonly amount: number;
    readonly reference: string;
    readonly bankReference: string;
    readonly details: string;
  }
  export class Parser {
    parse(text: string): readonly {
      readonly accountIdentification: string;
      readonly openingBalance: number;
      readonly closingBalance: number;
      readonly transactions: readonly Movement[];
    }[];
  }
}
