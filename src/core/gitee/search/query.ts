/** What is searched for. */
export interface Query {
  readonly text: string;
  /** Most hits wanted. */
  readonly limit: number;
  /** As Gitee names it: `Java`, `C#`, `易语言`. */
  readonly language?: string | undefined;
}
