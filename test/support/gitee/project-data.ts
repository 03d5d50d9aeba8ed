/** What the stand-in knows of one project. */
export interface ProjectData {
  /** `owner/repository`, as on Gitee. */
  readonly path: string;
  /** Display names of owner and project, where they differ from the path. */
  readonly ownerName?: string;
  readonly name?: string;
  readonly description: string;
  /** Rounded. */
  readonly stars: number;
  readonly language: string | null;
  /** Gitee's key; `null` where Gitee shows none. */
  readonly license: string | null;
  readonly gvp?: boolean;
  readonly status?: '开始' | '暂停' | '关闭';
  readonly homepage?: string | null;
  /** `null` for an empty repository. */
  readonly branch?: string | null;
  readonly pushedAt?: string | null;
  readonly fork?: string;
  /** Only for those who are signed in. */
  readonly isPrivate?: boolean;
  /** Paths under which the repository was once known; they still answer, with the new name in the body. */
  readonly formerly?: readonly string[];
  /** Other words that its search finds it by. */
  readonly keywords?: readonly string[];
  readonly releases?: readonly string[];
  readonly relativeAvatar?: boolean;
  /** All files but the license text, which is added by `license`. */
  files(): Readonly<Record<string, string | Uint8Array>>;
}

/** Own words about a project, laid out as a README. */
export interface DocumentData {
  readonly title: string;
  readonly tagline: string;
  readonly intro: string;
  readonly features: readonly string[];
  readonly install: readonly [language: string, code: string];
  readonly start: readonly [language: string, code: string];
  readonly table: readonly (readonly string[])[];
  readonly question?: readonly [question: string, answer: string];
  /** Path of a picture inside the repository. */
  readonly image?: string;
  /** The same document in the other language. */
  readonly other?: readonly [label: string, path: string];
}
