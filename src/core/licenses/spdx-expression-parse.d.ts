/** The package brings no types. The parser throws on anything that is no SPDX expression. */
declare module 'spdx-expression-parse' {
  export interface ParsedLicense {
    readonly license: string;
    readonly plus?: true;
    readonly exception?: string;
  }
  export interface ParsedConjunction {
    readonly conjunction: 'and' | 'or';
    readonly left: Parsed;
    readonly right: Parsed;
  }
  export type Parsed = ParsedLicense | ParsedConjunction;
  // biome-ignore lint/style/noDefaultExport: what the package exports
  export default function parse(source: string): Parsed;
}
