import * as vscode from 'vscode';
import type { Store } from '../core/ports.ts';
import { commands, settings } from './contributions.ts';
import type { IndexedManifest } from './manifest-index.ts';

export type AnnotationMode = 'decoration' | 'codeLens' | 'off';

/** What decides about a manifest: where it lies and which ecosystem it is of. */
export type Place = Pick<IndexedManifest, 'uri' | 'ecosystem'>;

/**
 * Whether and how suggestions show in a file: the settings, those for its ecosystem first, and the eye in the title bar that
 * hides notes, lenses and hints for one file.
 */
export interface AnnotationSwitch extends vscode.Disposable {
  /** How notes show in this manifest. */
  modeOf(place: Place): AnnotationMode;
  /** Whether the reasons show when the pointer rests on a dependency; the eye hides nothing that one asks for. */
  hasHover(place: Place): boolean;
  /** Whether dependencies are marked as hints. */
  hasHints(place: Place): boolean;
  /** Whether notes may show as lenses in any folder that is open. */
  usesLenses(): boolean;
  isHidden(uri: vscode.Uri): boolean;
  readonly onDidChange: vscode.Event<void>;
}

const key = 'giteeScout.filesWithoutAnnotations';
/** The files hidden longest ago are forgotten first. */
const mostRemembered = 500;
/** Files whose settings are remembered; more are seldom open. */
const mostKnown = 100;
const followed = [
  settings.annotations,
  settings.annotationsByEcosystem,
  settings.diagnosticsEnabled,
  settings.diagnosticsByEcosystem,
];

/** How a manifest shows, as the settings say. */
interface Ways {
  readonly mode: AnnotationMode;
  readonly hover: boolean;
  readonly hints: boolean;
}

/** @param memory of this workspace */
export function createAnnotationSwitch(memory: Store): AnnotationSwitch {
  const changed = new vscode.EventEmitter<void>();
  // Asked for with each letter, and VS Code takes a while to put settings together.
  const known = new Map<string, Ways>();
  const waysOf = (place: Place): Ways => {
    const name = `${place.ecosystem} ${place.uri.toString()}`;
    const before = known.get(name);
    if (before) return before;
    if (known.size >= mostKnown) known.clear();
    const ways = readWays(place);
    known.set(name, ways);
    return ways;
  };
  const hidden = new Set(memory.get<readonly string[]>(key) ?? []);
  const set = async (hide: boolean) => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (!uri) return;
    hidden.delete(uri);
    if (hide) hidden.add(uri);
    changed.fire();
    await memory.update(key, [...hidden].slice(-mostRemembered));
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.commands.registerCommand(commands.hideAnnotations, () => set(true)),
    vscode.commands.registerCommand(commands.showAnnotations, () => set(false)),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration(settings.section)) known.clear();
      if (followed.some(name => event.affectsConfiguration(`${settings.section}.${name}`))) changed.fire();
    }),
    // Another folder may bring settings of its own.
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      known.clear();
      changed.fire();
    }),
  );
  return {
    modeOf: place => waysOf(place).mode,
    hasHover: place => waysOf(place).hover,
    hasHints: place => waysOf(place).hints,
    usesLenses: () => {
      const scopes = [undefined, ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
      return scopes.some(scope =>
        [
          configurationOf(scope).get(settings.annotations),
          ...Object.values(valuesOf(scope, settings.annotationsByEcosystem)),
        ].includes('codeLens'),
      );
    },
    isHidden: uri => hidden.has(uri.toString()),
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

function readWays(place: Place): Ways {
  const { uri, ecosystem } = place;
  const own = valuesOf(uri, settings.annotationsByEcosystem)[ecosystem];
  return {
    mode: asMode(own) ?? asMode(configurationOf(uri).get(settings.annotations)) ?? 'decoration',
    hover: isOn(place, settings.hoverEnabled, settings.hoverByEcosystem),
    hints: isOn(place, settings.diagnosticsEnabled, settings.diagnosticsByEcosystem),
  };
}

function configurationOf(scope: vscode.Uri | undefined): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(settings.section, scope);
}

/** Settings hold whatever a person typed. */
function valuesOf(scope: vscode.Uri | undefined, name: string): Readonly<Record<string, unknown>> {
  const value = configurationOf(scope).get<unknown>(name);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isOn({ uri, ecosystem }: Place, name: string, byEcosystem: string): boolean {
  const own = valuesOf(uri, byEcosystem)[ecosystem];
  return typeof own === 'boolean' ? own : configurationOf(uri).get<boolean>(name) === true;
}

function asMode(value: unknown): AnnotationMode | undefined {
  return value === 'decoration' || value === 'codeLens' || value === 'off' ? value : undefined;
}
