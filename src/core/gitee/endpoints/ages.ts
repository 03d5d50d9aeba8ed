import type { Ages } from '../../cache/index.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** How long answers are good: asked for again after the soft age, shown up to the hard age when Gitee cannot be reached. */
export const ages = {
  repository: { softAge: 6 * hour, hardAge: 60 * day },
  file: { softAge: day, hardAge: 60 * day },
  license: { softAge: 7 * day, hardAge: 90 * day },
  releases: { softAge: 12 * hour, hardAge: 60 * day },
  activity: { softAge: day, hardAge: 60 * day },
  people: { softAge: 3 * day, hardAge: 60 * day },
  search: { softAge: hour / 2, hardAge: 7 * day },
} as const satisfies Readonly<Record<string, Ages>>;
