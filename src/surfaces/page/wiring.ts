import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/index.ts';
import type { ProjectReference } from '../../core/projects/index.ts';
import type { SimilarProject } from '../../webview/protocol.ts';
import { capabilityName } from '../capability-name.ts';
import { commands } from '../contributions.ts';
import { readerLanguage } from '../reader-language.ts';
import { toldText } from '../sentence-text.ts';
import { summaryText } from '../wording.ts';
import type { PageDependencies } from './dependencies.ts';
import { keepDrawn } from './drawn-readmes.ts';
import { openEvidenceFile } from './evidence-file.ts';
import { pageFindings } from './findings.ts';
import { createHowUsed } from './how-used.ts';
import { createImageHosts } from './image-hosts.ts';
import { judgePage } from './judge-page.ts';
import { dataHost } from './live-host.ts';
import { readPageCode } from './page-code.ts';
import { openPages, type Pages } from './pages.ts';
import type { MeasureReadme, RenderReadme } from './readme-texts.ts';
import { surroundings } from './surroundings.ts';
import { addToManifest, dependenciesOf, placesOf, revealDependency } from './workspace-dependencies.ts';

/** Puts the pages together: the core, the findings, the manifests and the settings as one page needs them. */
export async function createPages(dependencies: PageDependencies): Promise<Pages> {
  const { context, scout, index, store, network, licenses, log } = dependencies;
  const judge = judgePage(licenses, index);
  const findings = pageFindings(store);
  const [translations, code] = await Promise.all([
    dependencies.translations(),
    readPageCode(context.extensionUri.fsPath),
  ]);
  const around = surroundings([store.onDidChange, index.onDidChange, translations.onDidChange, licenses.onDidChange]);
  const project = async (reference: ProjectReference) => {
    const catalog = await scout.catalog();
    return 'project' in reference ? catalog.project(reference.project) : catalog.byHome(reference.host, reference.path);
  };

  const pages = openPages({
    extensionUri: context.extensionUri,
    code,
    project,
    opened: id => {
      judge.askOnce(id).catch((error: unknown) => log.error('asking for the own license', error));
    },
    onDidChangeSurroundings: around.onDidChange,
    onDidChangeTranslations: translations.onDidChange,
    session: {
      projects: () => scout.projects(),
      onPage: ({ repository }) => {
        if (repository.kind === 'found' && !repository.stale) network.report({ kind: 'found' });
        if (repository.kind !== 'missing') return;
        const { reason, message, resetAt } = repository;
        network.report(reason === 'limited' ? { kind: reason, message, resetAt } : { kind: reason, message });
      },
      ...keepDrawn(render, measure),
      imageHosts: createImageHosts(context.globalState),
      capabilityLabels: async ids => {
        const catalog = await scout.catalog();
        return ids.filter(id => catalog.capability(id)).map(id => capabilityName(catalog.capability(id), id));
      },
      similar: async id => {
        const [catalog, { similarProjects }] = await Promise.all([
          scout.catalog(),
          import('../../core/suggestions/index.ts'),
        ]);
        const known = catalog.project(id);
        return (known ? similarProjects(known, catalog) : []).map(each => similarInWords(each, catalog));
      },
      dependenciesOf: async id => {
        // Whoever comes from the search may not have opened the suggestions; what the scan finds is an event.
        index.scan().catch((error: unknown) => log.error('scan for a project page', error));
        return dependenciesOf(index, id, await scout.catalog());
      },
      places: purls => Promise.resolve(placesOf(index, purls)),
      ...judge,
      howUsed: createHowUsed(context.workspaceState),
      finding: findings.find,
      translations,
      dataHost,
      readerLanguage,
      log,
    },
    actions: {
      revealDependency: (purl, uri) => revealDependency(index, purl, uri),
      addPackage: (id, purl) => addToManifest(index, id, purl),
      saveFinding: findings.save,
      removeFinding: findings.remove,
      openEvidence: state => openEvidenceFile(scout, state, judge.judge),
      setOwnLicense: state => vscode.commands.executeCommand(commands.setOwnLicense, judge.placeOf(state.page.id)),
      openBeside: reference => pages.show(reference, undefined, true),
      configureTranslation: () => translations.configure(),
    },
  });
  return {
    ...pages,
    dispose: () => vscode.Disposable.from(pages, around).dispose(),
  };
}

/** Loaded when the first page opens: a Markdown parser is too much for the start of the editor. */
const render: RenderReadme = async (markdown, { base, imageHosts, anchors }) => {
  const { renderMarkdown } = await import('../../core/readme/index.ts');
  return renderMarkdown(markdown, { base, allowRemoteImages: imageHosts, anchors });
};

const measure: MeasureReadme = async markdown => {
  const { measureReadme } = await import('../../core/readme/index.ts');
  return measureReadme(markdown);
};

/** A similar project in the language of the interface. */
function similarInWords(similar: SimilarProject, catalog: Catalog): SimilarProject {
  const known = catalog.project(similar.project);
  if (!known || vscode.env.language.startsWith('en')) return similar;
  return { ...similar, summary: summaryText(known), reason: toldText({ message: similar.reason, said: similar.said }) };
}
