import * as vscode from 'vscode';
import type { FindingDraft } from '../../core/findings/index.ts';
import type { Finding, FindingStatus } from '../../core/model.ts';
import type { PageState } from '../../webview/protocol.ts';
import type { FindingsStore } from '../findings-store.ts';

/** What a page does with findings: its own is shown, saved with status and note, and removed with a way back. */
export function pageFindings(store: FindingsStore) {
  return {
    async find(id: string): Promise<Finding | undefined> {
      const findings = await store.findings();
      return (await findings.find(id))?.finding;
    },
    async save(state: PageState, status: FindingStatus, note: string): Promise<void> {
      await store.save(draftOf(state, status, note));
    },
    async remove({ page }: PageState): Promise<void> {
      const findings = await store.findings();
      const saved = await findings.find(page.id);
      if (!saved) return;
      const restore = await findings.remove(saved);
      const undo = vscode.l10n.t('Undo');
      const answer = await vscode.window.showInformationMessage(
        vscode.l10n.t('{0} is no longer among the findings.', saved.finding.name),
        undo,
      );
      if (answer === undo) await restore();
    },
  };
}

function draftOf({ page, dependencies, license }: PageState, status: FindingStatus, note: string): FindingDraft {
  const homes = page.facts.kind === 'found' ? page.facts.value.homes : page.home ? [page.home] : [];
  return {
    id: page.id,
    name: page.name,
    homes: homes.map(({ host, path }) => ({ host, path })),
    license: page.license.kind === 'found' ? page.license.value.expression : 'NOASSERTION',
    ...(license.verdict && license.own
      ? { verdict: { is: license.verdict.verdict, for: license.own.expression } }
      : {}),
    status,
    note,
    replaces: dependencies.filter(({ relation }) => relation !== 'same-project').map(({ purl }) => purl),
  };
}
