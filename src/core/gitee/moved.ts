import type { Host } from '../model.ts';

export interface MovedTo {
  readonly host: Host;
  /** `owner/repository`. */
  readonly path: string;
}

const hosts: Readonly<Record<string, Host>> = {
  'gitee.com': 'gitee',
  'github.com': 'github',
  'atomgit.com': 'atomgit',
  'gitcode.com': 'atomgit',
};

/** "Has moved to", not "has moved from": the word that points forward, then an address soon after it. */
const forward =
  /(?:迁移[至到]|搬迁[至到]|转移[至到]|迁[至到往]|移[至到]|请前往|请访问|请移步|migrated to|moved to|relocated to|please (?:visit|go to|use))/i;
const address = /https?:\/\/(?:www\.)?(gitee\.com|github\.com|atomgit\.com|gitcode\.com)\/([\w.-]+)\/([\w.-]+)/i;
const stopped = /迁移|搬迁|停止维护|不再维护|转移|移至|移到|migrat|moved|relocat|no longer maintained|deprecated/i;

/**
 * Where a notice says that a project went. Known forms: the openEuler description ("本项目已经迁移至 AtomGit || ... ||
 * Linked: https://..."), the Ascend one ("本仓库已停止维护，请前往 https://..."), and README heads with a Markdown link.
 * Only an address of a repository counts, and only if it is not the project itself.
 */
export function findMoved(text: string, self: { readonly host: Host; readonly path: string }): MovedTo | null {
  const head = text.slice(0, 3000);
  const pointer = forward.exec(head);
  if (!pointer || !stopped.test(head)) return null;
  const found = address.exec(head.slice(pointer.index, pointer.index + 300));
  const [, site = '', owner = '', name = ''] = found ?? [];
  const host = hosts[site.toLowerCase()];
  if (!host) return null;
  const path = `${owner}/${name.replace(/\.git$/, '').replace(/\.$/, '')}`;
  const isSelf = host === self.host && path.toLowerCase() === self.path.toLowerCase();
  return isSelf ? null : { host, path };
}
