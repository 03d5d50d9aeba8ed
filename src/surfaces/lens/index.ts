import * as vscode from 'vscode';
import type { AnnotationSwitch } from '../annotation-switch.ts';
import { type Annotation, annotationsOf } from '../annotations.ts';
import { commands } from '../contributions.ts';
import type { ManifestIndex } from '../manifest-index.ts';
import { type Names, reasonText } from '../reason-text.ts';

export interface LensDependencies {
  readonly index: ManifestIndex;
  readonly annotations: AnnotationSwitch;
  readonly catalog: () => Promise<Names>;
}

/**
 * The same notes as CodeLenses above the lines, for those who prefer them (a setting). While nobody does, VS Code asks
 * nobody for lenses.
 */
export function registerLens({ index, annotations, catalog }: LensDependencies): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: async document => {
      if (annotations.isHidden(document.uri)) return [];
      const { version } = document;
      const manifest = await index.read(document);
      if (!manifest || document.version !== version || annotations.modeOf(manifest) !== 'codeLens') return [];
      const names = await catalog();
      return annotationsOf(manifest, document)
        .filter(({ repeats }) => !repeats)
        .map(annotation => lensOf(annotation, names));
    },
  };
  let registration: vscode.Disposable | undefined;
  const follow = () => {
    if (annotations.usesLenses()) {
      registration ??= vscode.languages.registerCodeLensProvider({ pattern: '**' }, provider);
      changed.fire();
    } else {
      registration?.dispose();
      registration = undefined;
    }
  };

  follow();
  return vscode.Disposable.from(
    changed,
    { dispose: () => registration?.dispose() },
    annotations.onDidChange(follow),
    index.onDidChange(() => changed.fire()),
  );
}

function lensOf({ line, text, dependencies }: Annotation, names: Names): vscode.CodeLens {
  const suggestion = dependencies.flatMap(({ suggestions }) => suggestions)[0];
  const range = new vscode.Range(line, 0, line, 0);
  if (!suggestion) return new vscode.CodeLens(range, { title: text, command: '' });
  const target = { reference: { project: suggestion.project }, name: suggestion.name, replaces: dependencies[0]?.purl };
  return new vscode.CodeLens(range, {
    title: text,
    tooltip: reasonText(suggestion, names),
    command: commands.openProject,
    arguments: [target],
  });
}
