import * as vscode from 'vscode';
import type { AssistantTool, Parts } from '../../core/assistant/index.ts';
import type { Log } from '../../core/ports.ts';
import { assistantTools, mcpServers } from '../contributions.ts';
import type { FindingsStore } from '../findings-store.ts';
import { ignoredPackages } from './ignored.ts';
import { createServerDefinitions } from './mcp-server.ts';
import { confirmationFor, progressFor } from './wording.ts';

export interface AssistantDependencies {
  readonly scout: Parts['scout'];
  readonly store: Pick<FindingsStore, 'findings' | 'uriOf' | 'places'>;
  readonly extension: vscode.Extension<unknown>;
  readonly log: Log;
}

/**
 * What language models in VS Code may call, and our own server of the Model Context Protocol for those that take that.
 * Editors without these interfaces go without.
 */
export function registerAssistant({ scout, store, extension, log }: AssistantDependencies): vscode.Disposable {
  const parts: Parts = { scout, ignored: () => ignoredPackages(log), ...findingsOf(store) };
  let loaded: Promise<ReadonlyMap<string, AssistantTool>> | undefined;
  const tools = () => {
    loaded ??= import('../../core/assistant/index.ts').then(
      core => new Map(core.assistantTools(parts).map(tool => [tool.name, tool])),
    );
    return loaded;
  };
  // Editors built on older VS Code have no `lm`, whatever its types say.
  const languageModels: Partial<typeof vscode.lm> | undefined = vscode.lm;
  return vscode.Disposable.from(
    ...Object.entries(assistantTools).flatMap(([name, id]) => {
      const registered = languageModels?.registerTool?.(id, {
        prepareInvocation: ({ input }) => {
          const confirmation = confirmationFor(name, input);
          return {
            invocationMessage: progressFor(name, input),
            ...(confirmation ? { confirmationMessages: confirmation } : {}),
          };
        },
        invoke: async ({ input }, token) => call((await tools()).get(name), input, token, log),
      });
      return registered ? [registered] : [];
    }),
    ...[
      languageModels?.registerMcpServerDefinitionProvider?.(mcpServers.ours, createServerDefinitions(extension, store)),
    ].filter(each => each !== undefined),
  );
}

/** What goes wrong is told to the model as a sentence that says what to do; the log has the rest. */
async function call(
  tool: AssistantTool | undefined,
  input: unknown,
  token: vscode.CancellationToken,
  log: Log,
): Promise<vscode.LanguageModelToolResult> {
  const { answerText } = await import('../../core/assistant/index.ts');
  const cancellation = new AbortController();
  const ended = token.onCancellationRequested(() => cancellation.abort());
  try {
    const parsed = tool?.input.safeParse(input);
    const text =
      tool === undefined
        ? 'There is no such tool.'
        : parsed?.success
          ? answerText(await tool.call(parsed.data, cancellation.signal))
          : `The input does not fit: ${parsed?.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`;
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
  } catch (error) {
    log.error(`tool ${tool?.name}`, error);
    throw new Error('Gitee Scout could not answer. Its log says why; go on without it.', { cause: error });
  } finally {
    ended.dispose();
  }
}

function findingsOf(store: AssistantDependencies['store']): Pick<Parts, 'findings' | 'readFinding'> {
  return {
    findings: async () => {
      const [findings, { findingSummary }] = await Promise.all([
        store.findings(),
        import('../../core/assistant/index.ts'),
      ]);
      const { findings: saved } = await findings.list();
      return saved.map(({ place, finding }) => findingSummary(finding, place));
    },
    readFinding: async id => {
      const found = await (await store.findings()).find(id);
      const uri = found && store.uriOf(found);
      return uri && new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    },
  };
}
