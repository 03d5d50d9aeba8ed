import type { Catalog } from '../catalog/index.ts';
import type { Gitee } from '../gitee/index.ts';
import type { Finding } from '../model.ts';
import type { Projects } from '../projects/index.ts';
import type { Search } from '../search/index.ts';

/** A saved finding, as an assistant sees it. */
export interface FindingSummary {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly status: string;
  readonly license: string;
  readonly tags: readonly string[];
  readonly replaces: readonly string[];
  readonly changedAt: string;
}

/** A finding as an assistant sees it; its notes are read on request only. */
export function findingSummary(
  { id, name, status, license, tags, replaces, changedAt }: Finding,
  place: string,
): FindingSummary {
  return { id, name, place, status, license, tags, replaces, changedAt };
}

/** What the tools stand on; each part is made when a tool first needs it. */
export interface Parts {
  readonly scout: {
    catalog(): Promise<Catalog>;
    gitee(): Promise<Gitee>;
    search(): Promise<Search>;
    projects(): Promise<Projects>;
  };
  /** Package URLs for which nobody here wants suggestions. Asked anew each time: people pull and edit meanwhile. */
  ignored(): Promise<readonly string[]>;
  /** The findings that the person may see here, the most recently changed first. */
  findings(): Promise<readonly FindingSummary[]>;
  /** The file of a finding as it is; `undefined` when there is none of that id. */
  readFinding(id: string): Promise<string | undefined>;
}
