import * as vscode from 'vscode';
import type { Store } from '../../core/ports.ts';
import { commands, settings } from '../contributions.ts';
import type { LicenseJudge } from '../license-judge.ts';
import { watchFiles, watchNewFolders } from '../watch-files.ts';
import type { JudgeDependencies, openJudge } from './judge.ts';
import { registerPolicyProblems } from './policy-problems.ts';

/** Changes of many files at once, as by a checkout, count as one; ms. */
const collectFor = 150;
/** Files that say what license the own work has, or what the company allows. */
const watched =
  '**/{LICEN[CS]E*,COPYING*,UNLICENSE*,REUSE.toml,package.json,pyproject.toml,setup.cfg,Cargo.toml,composer.json,pom.xml,pubspec.yaml,policy.yaml}';

/**
 * What licenses mean for the user's own work, for all surfaces; nothing is read or watched before the first question.
 * Shows errors of a policy in its file.
 */
export function createLicenseJudge(dependencies: JudgeDependencies, memory: Store): LicenseJudge {
  const changed = new vscode.EventEmitter<void>();
  const watching: vscode.Disposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let opened: Promise<ReturnType<typeof openJudge>> | undefined;

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      opened?.then(
        judge => judge.forget(),
        () => undefined,
      );
      changed.fire();
    }, collectFor);
  };
  const watch = () => {
    const wanted = (uri: vscode.Uri) => {
      if (!uri.path.includes('/node_modules/')) soon();
    };
    watching.push(
      watchFiles(watched, wanted),
      watchNewFolders('**/.gitee-scout', () => true, soon),
    );
  };
  const open = () => {
    opened ??= import('./judge.ts').then(found => {
      watch();
      return found.openJudge(dependencies);
    });
    return opened;
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    registerPolicyProblems(),
    vscode.workspace.onDidChangeWorkspaceFolders(soon),
    vscode.workspace.onDidChangeConfiguration(event => {
      const keys = [settings.ownLicense, settings.ownLicenseByFolder, settings.licensePolicy];
      if (keys.some(key => event.affectsConfiguration(`${settings.section}.${key}`))) soon();
    }),
    vscode.commands.registerCommand(commands.setOwnLicense, async (uri: unknown) => {
      const { askOwnLicense } = await import('./ask-own-license.ts');
      await askOwnLicense(uri instanceof vscode.Uri ? uri : undefined);
    }),
  );
  return {
    judge: async (subject, uri) => (await open()).judge(subject, uri),
    ownLicense: async uri => (await open()).ownLicense(uri),
    async askOnce(uri) {
      if ((await (await open()).ownLicense(uri)) !== null) return;
      const { askOnce } = await import('./ask-once.ts');
      await askOnce(uri, memory);
    },
    policies: async uri => (await open()).policies(uri),
    onDidChange: changed.event,
    dispose: () => {
      clearTimeout(timer);
      vscode.Disposable.from(subscriptions, ...watching).dispose();
    },
  };
}
