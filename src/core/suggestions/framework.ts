import type { Project } from '../model.ts';

/** A user-interface framework that a component is written for: it is of no use in a program that is built on another one. */
export type Framework = 'react' | 'vue' | 'angular' | 'svelte' | 'flutter';

const words: readonly (readonly [Framework, RegExp])[] = [
  // React Native is another platform, with components of its own: its packages are not held to be React's.
  ['react', /(?:^|[/@-])react(?:$|[/-])(?!native)/],
  ['vue', /(?:^|[/@-])vue\d?(?:$|[/-])/],
  ['angular', /(?:^|[/@-])(?:angular|ngx?)(?:$|[/-])/],
  ['svelte', /(?:^|[/@-])svelte(?:$|[/-])/],
  ['flutter', /(?:^|[/@-])flutter(?:$|[/-])/],
];

/** The framework that a package of npm or pub is for, by its capabilities (`ui-react`) or its own name (`react-select`). */
export function frameworkOfPackage(purl: string, capabilities: readonly string[]): Framework | undefined {
  const name = /^pkg:(?:npm|pub|jsr|bower)\/([^?#]+)/.exec(purl)?.[1]?.replaceAll('%40', '@').toLowerCase();
  return frameworkIn(capabilities) ?? (name === undefined ? undefined : frameworkIn([name]));
}

/** The framework that a project asks for, by its `needs`. What has editions for several, or for none, has no framework. */
export function frameworkOfProject({ needs }: Project): Framework | undefined {
  return needs === undefined ? undefined : frameworkIn([needs.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')]);
}

/** Exactly one framework is named: what bridges two belongs to neither. */
function frameworkIn(names: readonly string[]): Framework | undefined {
  const found = words.filter(([, word]) => names.some(name => word.test(name))).map(([framework]) => framework);
  return found.length === 1 ? found[0] : undefined;
}
