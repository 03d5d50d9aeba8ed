import * as vscode from 'vscode';
import type { LicenseVerdict, Sentence, Told, WeighedLicense } from '../core/model.ts';
import { toldBy } from '../core/sentences/index.ts';

// The words are in the bundles: `npm run l10n` gathers them from the core, where each stands literally.
const { t: translated } = vscode.l10n;

/** A sentence of the core in the language of the interface. */
export function sentenceText({ words, values }: Sentence): string {
  return translated(words, ...values.map(value => (typeof value === 'string' ? value : sentenceText(value))));
}

/** What happened, in the language of the interface; what others said stays as they said it. */
export function toldText({ message, said }: Told): string {
  return said ? sentenceText(said) : message;
}

/** What an error says to the person, in the language of the interface. */
export function errorText(error: unknown): string {
  return toldText(toldBy(error));
}

/** A license verdict in the language of the interface. */
export function verdictText({ verdict, reason, duties, sources }: WeighedLicense): LicenseVerdict {
  return {
    verdict,
    reason: sentenceText(reason),
    duties: duties.map(sentenceText),
    sources: sources.map(sentenceText),
  };
}
