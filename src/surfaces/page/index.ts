import * as vscode from 'vscode';
import type { Scout } from '../../core/index.ts';
import type { Clock, Log } from '../../core/ports.ts';
import type { ProjectReference } from '../../core/projects/index.ts';
import type { FindingsStore } from '../findings-store.ts';
import type { ManifestIndex } from '../manifest-index.ts';
import type { NetworkState } from '../network-state.ts';
import { pageFindings } from './findings.ts';
import { createHowUsed } from './how-used.ts';
import { createImageHosts } from './image-hosts.ts';
import { createJudge } from './judge.ts';
import { registerLinks } from './links.ts';
import { dataHost } from './live-host.ts';
import { askOwnLicense } from './own-license.ts';
import { registerPages } from './pages.ts';
import { readerLanguage } from './reader-language.ts';
import type { RenderReadme } from './readme-texts.ts';
import { surroundings } from './surroundings.ts';
import { createTranslating } from './translating.ts';
import { dependenciesOf, revealDependency } from './workspace-dependencies.ts';

export interface PageDependencies {
  readonly context: Pick<
    vscode.ExtensionContext,
    'extensionUri' | 'globalState' | 'globalStorageUri' | 'workspaceState' | 'secrets'
  >;
  readonly scout: Scout;
  readonly index: ManifestIndex;
  readonly store: FindingsStore;
  readonly network: NetworkState;
  readonly clock: Clock;
  readonly log: Log;
}

/** The project pages, and the commands that open a project here or elsewhere. */
export function registerPage(dependencies: PageDependencies): vscode.Disposable {
  const { context, scout, index, store, network, log } = dependencies;
  const judge = createJudge(scout);
  const findings = pageFindings(store);
  const translating = createTranslating(dependencies);
  const around = surroundings([store.onDidChange, index.onDidChange, translating.onDidChange]);
  const project = async (reference: ProjectReference) => {
    const catalog = await scout.catalog();
    return 'project' in reference ? catalog.project(reference.project) : catalog.byHome(reference.host, reference.path);
  };

  return vscode.Disposable.from(
    around,
    translating,
    registerLinks(),
    registerPages({
      extensionUri: context.extensionUri,
      project,
      onDidChangeSurroundings: around.onDidChange,
      session: {
        projects: () => scout.projects(),
        onPage: ({ repository }) => {
          if (repository.kind === 'found' && !repository.stale) network.report({ kind: 'found' });
          if (repository.kind !== 'missing') return;
          const { reason, message, resetAt } = repository;
          network.report(reason === 'limited' ? { kind: reason, message, resetAt } : { kind: reason, message });
        },
        render,
        imageHosts: createImageHosts(context.globalState),
        capabilityLabels: async ids => {
          const catalog = await scout.catalog();
          return ids.map(id => catalog.capability(id)?.label).filter(label => label !== undefined);
        },
        dependenciesOf: id => {
          // Whoever comes from the search may not have opened the suggestions; what the scan finds is an event.
          index.scan().catch((error: unknown) => log.error('scan for a project page', error));
          return Promise.resolve(dependenciesOf(index, id));
        },
        ownLicense: judge.ownLicense,
        judge: judge.judge,
        howUsed: createHowUsed(context.workspaceState),
        finding: findings.find,
        engines: translating.engines,
        translate: translating.translate,
        dataHost,
        readerLanguage,
        log,
      },
      actions: {
        revealDependency: (purl, manifest) => revealDependency(index, purl, manifest),
        saveFinding: findings.save,
        removeFinding: findings.remove,
        setOwnLicense: () => askOwnLicense(judge.isExpression),
        configureTranslation: translating.configure,
      },
    }),
  );
}

/** Loaded when the first page opens: a Markdown parser is too much for the start of the editor. */
const render: RenderReadme = async (markdown, { base, imageHosts, anchors }) => {
  const { renderMarkdown } = await import('../../core/readme/index.ts');
  return renderMarkdown(markdown, { base, allowRemoteImages: imageHosts, anchors });
};
