import type { ProjectReference } from '../core/projects/index.ts';

/** What commands on a project take as their argument; hovers and drag and drop carry it as JSON. */
export interface ProjectTarget {
  readonly reference: ProjectReference;
  /** Name to show until more is known. */
  readonly name?: string | undefined;
  /** Package for which the project was suggested. */
  readonly replaces?: string | undefined;
}

const hosts = ['gitee', 'github', 'atomgit'] as const;

/**
 * Reads the argument of a command: a target, a bare reference, or what a tree hands over (an item with a `target`).
 * `undefined` when it is none of these: anybody can run a command with anything.
 */
export function readProjectTarget(value: unknown): ProjectTarget | undefined {
  if (!isObject(value)) return undefined;
  if (isObject(value.target)) return readProjectTarget(value.target);
  const reference = readReference(isObject(value.reference) ? value.reference : value);
  if (!reference) return undefined;
  return { reference, name: text(value.name), replaces: text(value.replaces) };
}

function readReference(value: Readonly<Record<string, unknown>>): ProjectReference | undefined {
  const project = text(value.project);
  if (project) return { project };
  const host = hosts.find(known => known === value.host);
  const path = text(value.path);
  return host && path && /^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$/.test(path) ? { host, path } : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.length > 0 && value.length <= 500 ? value : undefined;
}
