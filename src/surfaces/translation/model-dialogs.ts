import * as vscode from 'vscode';
import { commands, settings } from '../contributions.ts';
import { openMachineSetting } from '../machine-settings.ts';
import { errorText } from '../sentence-text.ts';
import { isCanceled, type Languages, ModelError } from '../translations.ts';
import type { OnDevice, OnDeviceState } from './on-device.ts';

/** What a person is asked and told about the models of the on-device engine. */
export function createModelDialogs(onDevice: OnDevice, isOffline: () => boolean) {
  // Whoever agreed and tries again is not asked again, until the window is closed or the models are removed.
  const agreed = new Set<string>();
  const install = (languages: Languages) => installModel(onDevice, languages, isOffline(), agreed);
  return {
    /** Asks for consent and brings the models; true when they are there. Rejects with ModelError when they cannot be had. */
    install,
    /** The same outside of a page: other ways are offered in a message. */
    async installOrOffer(languages: Languages): Promise<boolean> {
      for (;;) {
        try {
          return await install(languages);
        } catch (error) {
          if (!(error instanceof ModelError)) throw error;
          const way = await askOtherWay(error);
          if (way === 'file') return installModelFromFile(onDevice, languages);
          if (way === 'mirror') await setMirror();
          if (way !== 'again') return false;
        }
      }
    },
    installFromFile: (languages: Languages) => installModelFromFile(onDevice, languages),
    setMirror,
    async remove(onRemoved: () => void): Promise<void> {
      agreed.clear();
      const removed = await onDevice.remove();
      onRemoved();
      await tellRemoved(removed);
    },
  };
}

async function installModel(
  onDevice: OnDevice,
  languages: Languages,
  isOffline: boolean,
  agreed: Set<string>,
): Promise<boolean> {
  const state = await onDevice.state(languages);
  if (!state) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('There is no translation model for this device from {0} to {1}.', languages.from, languages.to),
    );
    return false;
  }
  if (state.missing.length === 0) return true;
  const ids = state.missing.map(({ model }) => model.id);
  if (!isOffline && ids.every(id => agreed.has(id))) return downloadModel(state);
  const fromFile = vscode.l10n.t('Install from File...');
  const download = vscode.l10n.t('Download');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Translate READMEs on this device?'),
    { modal: true, detail: consent(state, isOffline) },
    ...(isOffline ? [fromFile] : [download, fromFile]),
  );
  if (answer === fromFile) return installModelFromFile(onDevice, languages);
  if (answer !== download) return false;
  for (const id of ids) agreed.add(id);
  return downloadModel(state);
}

function consent({ labels, missing, bytes }: OnDeviceState, isOffline: boolean): string {
  const [first] = missing;
  const source = first?.model.files[0]?.sources[0];
  const host = source !== undefined && URL.canParse(source) ? new URL(source).host : '';
  const license = first ? `${first.model.license.spdx} (${first.model.license.url})` : '';
  return [
    isOffline
      ? vscode.l10n.t('You are offline by your settings, so the model has to come from a file.')
      : vscode.l10n.t('Once, {0} MB are downloaded from {1}, or from your mirrors.', megabytes(bytes), host),
    vscode.l10n.t('Model: {0}. License: {1}.', labels.join(', '), license),
    vscode.l10n.t('Its files are checked against known hashes and stay until you remove them.'),
    vscode.l10n.t('Afterwards no text leaves this device. Translating takes up to 1 GB of memory for some minutes.'),
  ].join('\n\n');
}

/** Downloads with progress. */
async function downloadModel(state: OnDeviceState): Promise<boolean> {
  try {
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Downloading the translation model'),
        cancellable: true,
      },
      async (progress, token) => {
        const controller = new AbortController();
        token.onCancellationRequested(() => controller.abort());
        let before = 0;
        let shown = 0;
        for (const store of state.missing) {
          await store.install({
            signal: controller.signal,
            onProgress: ({ received }) => {
              const percent = ((before + received) / state.bytes) * 100;
              const message = vscode.l10n.t('{0} of {1} MB', megabytes(before + received), megabytes(state.bytes));
              if (percent - shown < 1 && percent < 100) return;
              progress.report({ message, increment: percent - shown });
              shown = percent;
            },
          });
          before += store.downloadBytes;
        }
      },
    );
    return true;
  } catch (error) {
    if (isCanceled(error)) return false;
    throw new ModelError(errorText(error), { cause: error });
  }
}

async function askOtherWay(error: ModelError): Promise<'again' | 'file' | 'mirror' | undefined> {
  const again = vscode.l10n.t('Try Again');
  const fromFile = vscode.l10n.t('Install from File...');
  const mirror = vscode.l10n.t('Set a Mirror');
  const answer = await vscode.window.showErrorMessage(sentenceOf(error), again, fromFile, mirror);
  if (answer === again) return 'again';
  if (answer === fromFile) return 'file';
  return answer === mirror ? 'mirror' : undefined;
}

const setMirror = () => openMachineSetting(settings.translationModelMirrors);

/** For closed networks: the files come from a disk. Unknown ones are taken only when the user says so. */
async function installModelFromFile(onDevice: OnDevice, languages: Languages): Promise<boolean> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Files of the Translation Model (model, lex, vocab; plain or .gz)'),
    openLabel: vscode.l10n.t('Install'),
    canSelectMany: true,
    canSelectFiles: true,
    canSelectFolders: true,
  });
  if (!chosen || chosen.length === 0) return false;
  const paths = chosen.map(({ fsPath }) => fsPath);
  const installed = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking the files') },
    () => onDevice.installFrom(paths),
  );
  if (installed.length > 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Installed for translation on this device: {0}.', installed.join(', ')),
    );
    return (await onDevice.state(languages))?.missing.length === 0;
  }
  return adoptUnknown(onDevice, languages, paths);
}

async function adoptUnknown(onDevice: OnDevice, languages: Languages, paths: readonly string[]): Promise<boolean> {
  const missing = (await onDevice.state(languages))?.missing ?? [];
  const names = missing.flatMap(({ model }) => model.files.map(({ name }) => name)).join(', ');
  const use = vscode.l10n.t('Use Them All the Same');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('These files are not the version that Gitee Scout knows.'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'Expected: {0}. The hash of at least one file is another. If you trust where the files come from, a Chinese-English model of the same kind can be used all the same; its translations are your own risk.',
        names,
      ),
    },
    use,
  );
  if (answer !== use) return false;
  try {
    await onDevice.adopt(paths, languages);
  } catch (error) {
    void vscode.window.showErrorMessage(sentenceOf(error));
    return false;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Your own model is installed for translation on this device.'),
  );
  return (await onDevice.state(languages))?.missing.length === 0;
}

async function tellRemoved(removed: boolean): Promise<void> {
  const install = vscode.l10n.t('Install Again');
  const answer = await vscode.window.showInformationMessage(
    removed
      ? vscode.l10n.t('The translation models were removed from this device.')
      : vscode.l10n.t('There is no translation model on this device.'),
    ...(removed ? [install] : []),
  );
  if (answer === install) await vscode.commands.executeCommand(commands.installModel);
}

function megabytes(bytes: number): string {
  const value = bytes / 1e6;
  const digits = value < 10 ? 1 : 0;
  return value.toLocaleString(vscode.env.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function sentenceOf(error: unknown): string {
  return vscode.l10n.t('Gitee Scout: {0}', errorText(error));
}
