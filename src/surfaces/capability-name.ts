import * as vscode from 'vscode';
import type { Capability } from '../core/model.ts';

/**
 * What a purpose is called in the language of the interface; the catalog knows English and Chinese words. One that is not
 * in the catalog is called by its `id`.
 */
export function capabilityName(known: Capability | undefined, id: string, language = vscode.env.language): string {
  if (!known) return id;
  return chineseName(known, language) ?? known.label;
}

/** What things for this purpose are called: `date-time libraries`, where the purpose is `date and time handling`. */
export function capabilityPlural(known: Capability, language = vscode.env.language): string {
  return chineseName(known, language) ?? known.plural;
}

function chineseName({ zh }: Capability, language: string): string | undefined {
  return language.startsWith('zh') ? zh[0] : undefined;
}
