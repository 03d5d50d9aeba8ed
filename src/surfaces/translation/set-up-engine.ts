import * as vscode from 'vscode';
import { settings } from '../contributions.ts';
import { address, type EngineId, keyOf, onDeviceId } from './engines.ts';

interface Choice extends vscode.QuickPickItem {
  readonly engine: EngineId;
}

export interface SetUp {
  readonly secrets: vscode.SecretStorage;
  /** Brings the model of the on-device engine; true when it is there. */
  readonly installModel: () => Promise<boolean>;
}

/** Asks which engine should translate, and for what it needs; says before anything is sent where the text would go. */
export async function setUpEngine(setUp: SetUp): Promise<void> {
  const title = vscode.l10n.t('Set Up Translation');
  const choices: readonly Choice[] = [
    {
      engine: onDeviceId,
      label: vscode.l10n.t('On this device (Bergamot)'),
      detail: vscode.l10n.t('Nothing is sent. A model of 50 MB is downloaded once, or installed from a file.'),
    },
    {
      engine: 'libretranslate',
      label: 'LibreTranslate',
      detail: vscode.l10n.t('Open source. The text goes to the server that you name, which can be this computer.'),
    },
    {
      engine: 'openai',
      label: vscode.l10n.t('A chat endpoint (Ollama, vLLM, DeepSeek, and others)'),
      detail: vscode.l10n.t('The text goes to the server that you name, which can be this computer.'),
    },
    { engine: 'deepl', label: 'DeepL', detail: vscode.l10n.t('The text goes to deepl.com, with your own key.') },
    {
      engine: 'vscode',
      label: vscode.l10n.t('A language model in VS Code'),
      detail: vscode.l10n.t('The text goes to the provider of the model. VS Code asks for your consent first.'),
    },
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title,
    placeHolder: vscode.l10n.t('Who should translate READMEs?'),
    matchOnDetail: true,
  });
  if (!picked || !(await askNeeds(picked.engine, title, setUp))) return;
  await set(settings.translationEngine, picked.engine);
}

/** Whether all that the engine needs was given. */
async function askNeeds(engine: EngineId, title: string, { secrets, installModel }: SetUp): Promise<boolean> {
  switch (engine) {
    case onDeviceId:
      return installModel();
    case 'libretranslate': {
      const url = await askAddress(title, settings.translationLibreTranslateUrl, 'http://127.0.0.1:5000');
      if (url === undefined) return false;
      await set(settings.translationLibreTranslateUrl, url);
      return askKey(engine, title, secrets, true);
    }
    case 'openai': {
      const url = await askAddress(title, settings.translationOpenAIUrl, 'http://127.0.0.1:11434/v1');
      if (url === undefined) return false;
      const model = await vscode.window.showInputBox({
        title,
        prompt: vscode.l10n.t('Name of the model on that server'),
        value: current(settings.translationOpenAIModel),
        ignoreFocusOut: true,
      });
      if (!model?.trim()) return false;
      await set(settings.translationOpenAIUrl, url);
      await set(settings.translationOpenAIModel, model.trim());
      return askKey(engine, title, secrets, true);
    }
    case 'deepl':
      return askKey(engine, title, secrets, false);
    case 'vscode':
      return askLanguageModel(title);
  }
}

async function askLanguageModel(title: string): Promise<boolean> {
  const { languageModelName } = await import('./language-model-engine.ts');
  const models = await vscode.lm.selectChatModels();
  if (models.length === 0) {
    const message = vscode.l10n.t(
      'VS Code has no language model. Install an extension that brings one, such as GitHub Copilot, and try again.',
    );
    await vscode.window.showWarningMessage(message);
    return false;
  }
  const picked = await vscode.window.showQuickPick(
    models.map(model => ({ label: model.name, description: model.vendor, name: languageModelName(model) })),
    { title, placeHolder: vscode.l10n.t('Which language model?') },
  );
  if (!picked) return false;
  await set(settings.translationLanguageModel, picked.name);
  return true;
}

async function askAddress(title: string, name: string, example: string): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Address of the server, for example {0}', example),
    value: current(name) || example,
    ignoreFocusOut: true,
    validateInput: value =>
      address(value.trim()) === undefined
        ? vscode.l10n.t('Write an address that begins with http:// or https://.')
        : undefined,
  });
  return text?.trim();
}

async function askKey(
  engine: EngineId,
  title: string,
  secrets: vscode.SecretStorage,
  optional: boolean,
): Promise<boolean> {
  const key = await vscode.window.showInputBox({
    title,
    prompt: optional
      ? vscode.l10n.t('Key, if the server asks for one. It is kept in the secret storage of this machine.')
      : vscode.l10n.t('Your key. It is kept in the secret storage of this machine.'),
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined) return false;
  if (key.trim() !== '') await secrets.store(keyOf(engine), key.trim());
  return key.trim() !== '' || optional || (await secrets.get(keyOf(engine))) !== undefined;
}

function current(name: string): string {
  return vscode.workspace.getConfiguration(settings.section).get<string>(name, '');
}

async function set(name: string, value: string): Promise<void> {
  await vscode.workspace.getConfiguration(settings.section).update(name, value, vscode.ConfigurationTarget.Global);
}
