import * as vscode from 'vscode';
import { settings } from './contributions.ts';

/** The language in which the user wants to read: their setting, else the editor's. BCP 47. */
export function readerLanguage(): string {
  const wanted = vscode.workspace
    .getConfiguration(settings.section)
    .get<string>(settings.translationLanguage, '')
    .trim();
  try {
    return Intl.getCanonicalLocales(wanted === '' ? vscode.env.language : wanted)[0] ?? 'en';
  } catch {
    return 'en'; // Half typed into the settings.
  }
}
