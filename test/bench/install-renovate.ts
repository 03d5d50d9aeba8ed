import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/vscode/folders.ts';

export const renovateVersion = '44.121.2';

/** Brings Renovate, a peer to measure against: AGPL, so outside of the lock file and only on demand. Gives its folder. */
export function installRenovate(): string {
  const folder = path.join(root, '.cache/renovate');
  if (existsSync(path.join(folder, 'node_modules/renovate/package.json'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', `renovate@${renovateVersion}`],
    { cwd: folder, stdio: 'inherit' },
  );
  return folder;
}
