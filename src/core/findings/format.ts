/** Facts of the file format, apart from the schema: who only looks at a list of findings needs no schema library. */

/**
 * Version of the format that this code writes. Older ones are read, newer ones left alone.
 * 1: `changed` held the time of the last change, which made two people's edits of different fields conflict in Git.
 * 2: `history` holds each status with its date, `verdict`, `verdict-for`, `links` and `review` came in.
 */
export const formatVersion = 2;

/** Longer files are not ours; UTF-16 units. */
export const longestFile = 2_000_000;

/** Longer front matter is not ours; UTF-16 units. Room for 200 packages and 200 changes of status. */
export const longestFrontMatter = 48_000;

/**
 * The fields of a new file in their order. Between two fields that people change stands one that stays, because Git
 * merges changes of lines only when there is a line between them.
 */
export const fieldOrder: readonly string[] = [
  'version',
  'review',
  'project',
  'status',
  'name',
  'replaces',
  'homes',
  'tags',
  'saved',
  'license',
  'verdict',
  'verdict-for',
  'links',
  'history',
];

export const statuses = ['candidate', 'evaluating', 'adopted', 'rejected'] as const;
export const verdicts = ['fits', 'fits-with-duties', 'depends', 'review', 'conflict', 'no-right-found'] as const;

/** What the values of fields look like. */
export const patterns = {
  project: /^[a-z0-9][a-z0-9._-]{0,200}$/,
  home: /^(gitee|github|atomgit):[\w.-]+\/[\w.-]+$/,
  package: /^pkg:/,
  link: /^https?:\/\/\S+$/,
} as const;

/** The longest values, in UTF-16 units. */
export const longest = { line: 500, link: 2000 } as const;

/** How many items a list has at most. */
export const most = { homes: 20, replaces: 200, tags: 100, links: 100, history: 500 } as const;

/** What stands for a license that nobody has named. */
export const noLicense = 'NOASSERTION';
