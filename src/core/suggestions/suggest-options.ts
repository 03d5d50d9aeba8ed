/** What the workspace brings. */
export interface SuggestOptions {
  /** SPDX expression of the workspace's own license: projects whose license fits it come first. */
  readonly license?: string | undefined;
}
