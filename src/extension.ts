import * as vscode from 'vscode';
import { createScout } from './core/index.ts';
import { registerAccount } from './surfaces/account/index.ts';
import { registerActions } from './surfaces/actions/index.ts';
import { createAnnotationSwitch } from './surfaces/annotation-switch.ts';
import { registerAssistant } from './surfaces/assistant/index.ts';
import { registerComparison } from './surfaces/comparison/index.ts';
import { registerConnectionTest } from './surfaces/connection/index.ts';
import { registerDecorations } from './surfaces/decoration/index.ts';
import { registerDiagnostics } from './surfaces/diagnostics/index.ts';
import { openFindingsStore, registerFindings } from './surfaces/findings/index.ts';
import { createHost } from './surfaces/host.ts';
import { registerHover } from './surfaces/hover/index.ts';
import { registerLens } from './surfaces/lens/index.ts';
import { createLicenseJudge } from './surfaces/licenses/index.ts';
import { registerLookup } from './surfaces/lookup/index.ts';
import { createNetworkState } from './surfaces/network-state.ts';
import { registerPage } from './surfaces/page/index.ts';
import { createPlainHttp } from './surfaces/plain-http.ts';
import { registerReports } from './surfaces/reports/index.ts';
import { registerSearch } from './surfaces/search/index.ts';
import { registerStatus } from './surfaces/status/index.ts';
import { createTokenVault } from './surfaces/token-vault.ts';
import { type GiteeScoutApi, registerTranslation } from './surfaces/translation/index.ts';
import { registerTree } from './surfaces/tree/index.ts';
import { registerUpkeep } from './surfaces/upkeep.ts';
import { createManifestIndex, registerIgnore } from './surfaces/workspace/index.ts';

/** Makes the core and registers the surfaces; nothing is read or asked before a person looks. Gives the API for others. */
export function activate(context: vscode.ExtensionContext): GiteeScoutApi {
  const log = vscode.window.createOutputChannel('Gitee Scout', { log: true });
  const vault = createTokenVault(context.secrets);
  const plainHttp = createPlainHttp(context.globalState);
  const host = createHost({ context, log, vault, plainHttp });
  const { clock } = host;
  const version = String(context.extension.packageJSON.version);
  const scout = createScout(host);
  const reader = context.asAbsolutePath('dist/manifest-reader.cjs');
  const index = createManifestIndex({ catalog: scout.catalog, log, reader });
  const network = createNetworkState(host.onDidReadRateLimit);
  const annotations = createAnnotationSwitch(context.workspaceState);
  const licenses = createLicenseJudge(scout, context.workspaceState);
  const store = openFindingsStore(context, { clock, log });
  const translation = registerTranslation({ context, clock, log });
  const { translations } = translation;
  const page = registerPage({ context, scout, index, store, network, licenses, translations, log });

  context.subscriptions.push(
    log,
    vault,
    host,
    { dispose: () => void scout.dispose().catch((error: unknown) => log.error('closing', error)) },
    index,
    network,
    annotations,
    licenses,
    store,
    translation,
    registerTree({ index, catalog: scout.catalog, licenses, memory: context.workspaceState, log }),
    registerFindings({ store, scout, licenses, memory: context.workspaceState, clock, log }),
    registerDecorations({ index, annotations }),
    registerLens({ index, annotations, catalog: scout.catalog }),
    registerHover({ index, annotations, catalog: scout.catalog, licenses, prepare: page.prepare, log }),
    registerActions(index),
    registerComparison({ context, scout, index, licenses, log }),
    registerLookup({ index, gitee: scout.gitee, log }),
    registerDiagnostics({ index, annotations }),
    registerStatus({ index, network }),
    registerIgnore(),
    page,
    registerSearch({ scout, licenses, log, savedIds: store.savedIds, memory: context.globalState }),
    registerAssistant({ scout, store, extension: context.extension, log }),
    registerAccount({ vault, host, log, forgetSignedIn: () => scout.forgetSignedIn() }),
    registerReports({ index, store, scout, licenses, version, log }),
    registerConnectionTest({ host, plainHttp, log, version }),
    registerUpkeep({ log, clearCache: () => scout.clearCache() }),
  );
  return translation.api;
}
