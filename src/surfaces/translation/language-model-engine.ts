import * as vscode from 'vscode';
import { createOpenAI, type Fetch, type TranslationEngine, TranslationError } from '../../core/translation/index.ts';

/**
 * The language models that VS Code offers, as a translation engine. Prompts, answers and their checks are those of the
 * chat endpoints: only the way to the model is another. VS Code asks the user for consent at the first use.
 */
export function createLanguageModelEngine(model: vscode.LanguageModelChat): TranslationEngine {
  // The address is never asked: `fetch` below goes to the model.
  const chat = createOpenAI({ url: 'http://model.invalid/v1', model: model.family, fetch: fetchFrom(model) });
  return {
    ...chat,
    id: 'vscode',
    label: vscode.l10n.t('{0} in VS Code', model.name),
    destination: model.vendor,
    version: `vscode/${model.id}/${chat.version}`,
  };
}

/** How a model is named in the settings. */
export function languageModelName({ vendor, id }: Pick<vscode.LanguageModelChat, 'vendor' | 'id'>): string {
  return `${vendor}/${id}`;
}

/** The model of this name, else the first that VS Code has; `undefined` when there is none. */
export async function languageModel(name: string): Promise<vscode.LanguageModelChat | undefined> {
  const models = await vscode.lm.selectChatModels();
  return models.find(model => languageModelName(model) === name) ?? models[0];
}

function fetchFrom(model: vscode.LanguageModelChat): Fetch {
  return async (_, init) => {
    // Whoever canceled before has nothing sent.
    init.signal?.throwIfAborted();
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    return new Response(events(model, messagesOf(body), init.signal ?? undefined));
  };
}

/** The answer in the form in which chat endpoints stream theirs. A failure ends the stream with its own sentence. */
function events(
  model: vscode.LanguageModelChat,
  messages: vscode.LanguageModelChatMessage[],
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  const cancellation = new vscode.CancellationTokenSource();
  signal?.addEventListener('abort', () => cancellation.cancel());
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (data: string) => controller.enqueue(encoder.encode(`data: ${data}\n\n`));
      try {
        const justification = vscode.l10n.t('Gitee Scout translates the README that you asked for.');
        const response = await model.sendRequest(messages, { justification }, cancellation.token);
        for await (const content of response.text) send(JSON.stringify({ choices: [{ delta: { content } }] }));
        send('[DONE]');
        controller.close();
      } catch (error) {
        controller.error(sentence(error));
      } finally {
        cancellation.dispose();
      }
    },
    cancel: () => cancellation.cancel(),
  });
}

/** VS Code knows no system messages: what they say comes first. */
function messagesOf(body: unknown): vscode.LanguageModelChatMessage[] {
  const messages = typeof body === 'object' && body !== null && 'messages' in body ? body.messages : [];
  return (Array.isArray(messages) ? messages : []).flatMap((message: unknown) => {
    const content =
      typeof message === 'object' && message !== null && 'content' in message ? message.content : undefined;
    return typeof content === 'string' ? [vscode.LanguageModelChatMessage.User(content)] : [];
  });
}

/** Whatever a provider throws, the user reads what happened to their model. */
function sentence(error: unknown): TranslationError {
  const code = error instanceof vscode.LanguageModelError ? error.code : '';
  if (code === vscode.LanguageModelError.NoPermissions.name) {
    const message = vscode.l10n.t('VS Code was not allowed to use the language model. Translate again and allow it.');
    return new TranslationError('refused', message, { cause: error });
  }
  if (code === vscode.LanguageModelError.Blocked.name) {
    const message = vscode.l10n.t('The quota of the language model is used up. Try later or choose another engine.');
    return new TranslationError('quota', message, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = vscode.l10n.t('The language model did not answer: {0}', reason);
  return new TranslationError('unreachable', message, { cause: error });
}
