import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/index.ts';
import type { Suggestion, SuggestionReason } from '../core/model.ts';
import { capabilityPlural } from './capability-name.ts';

/** What has names for the ids in a suggestion. */
export type Names = Pick<Catalog, 'capability' | 'project'>;

/**
 * Why a suggestion is made, in the language of the interface: built from the facts of the suggestion. What a source claims
 * and what things are for is named as in the catalog, which knows English and, for purposes, Chinese.
 */
export function reasonText(suggestion: Suggestion, names: Names, language = vscode.env.language): string {
  const { reason, reasons, project } = suggestion;
  if (language.startsWith('en')) return reason;
  const needs = names.project(project)?.needs;
  return [
    ...reasons.map(each => clause(each, suggestion, names, language)),
    ...(needs === undefined ? [] : [vscode.l10n.t('Needs: {0}.', needs)]),
  ].join(' ');
}

function clause(reason: SuggestionReason, { name }: Suggestion, names: Names, language: string): string {
  switch (reason.kind) {
    case 'same-project':
      return vscode.l10n.t('{0} is itself a Chinese open-source project.', name);
    case 'shared-capabilities': {
      const kinds = reason.capabilities.slice(0, 2).flatMap(id => names.capability(id) ?? []);
      return vscode.l10n.t('Both are {0}.', kinds.map(kind => capabilityPlural(kind, language)).join(' · '));
    }
    case 'documented':
    case 'complements':
      return `${reason.claim}.`;
  }
}
