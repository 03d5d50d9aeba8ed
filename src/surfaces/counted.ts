import * as vscode from 'vscode';
import { pluralForm } from '../webview/protocol.ts';

/**
 * A text with a number of things in the language of the interface. `text` comes from `vscode.l10n.t` without its values,
 * with the plural forms between bars; `{0}` is the count, `{1}` and further are `values`.
 */
export function counted(text: string, count: number, ...values: readonly string[]): string {
  return pluralForm(text, count, vscode.env.language, values);
}
