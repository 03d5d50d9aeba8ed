/**
 * What Gitee Scout offers to other extensions. This file needs no other: copy it into an extension that brings an engine.
 *
 * `package.json` of that extension names its engines, so that they are offered before the extension has started:
 *
 *     "extensionDependencies": ["gitee-scout.gitee-scout"],
 *     "contributes": {
 *       "giteeScoutTranslationEngines": [
 *         { "id": "example", "label": "Example Translator", "destination": "api.example.org" }
 *       ]
 *     }
 *
 * and its `activate` registers them:
 *
 *     const scout = vscode.extensions.getExtension<GiteeScoutApi>('gitee-scout.gitee-scout');
 *     context.subscriptions.push((await scout.activate()).registerTranslationEngine({ id: 'example', ... }));
 */
export interface GiteeScoutApi {
  /** Raised when something here changes so that extensions have to follow. */
  readonly version: 1;
  /** Offers an engine on project pages until it is disposed. Throws TypeError for what is no engine, or an id in use. */
  registerTranslationEngine(engine: ExternalEngine): { dispose(): void };
}

export interface ExternalEngine {
  /** Letters, digits, `.`, `_` and `-`; as in `package.json`. */
  readonly id: string;
  /** As a person knows it, at most 80 characters. */
  readonly label: string;
  /** Where the text goes: the name of a host, or `this device`. It is shown before anything is sent. */
  readonly destination: string;
  /** Changes whenever the same text may come out differently: model, prompt. What was translated before is asked anew. */
  readonly version: string;
  /**
   * Translates segments and gives them one by one, in any order, as they are ready; leaves out what it cannot do. What
   * comes back is checked: marks have to be there, and nothing else may be. Throw an Error with a sentence for the user.
   */
  translate(request: ExternalRequest): AsyncIterable<{ readonly index: number; readonly text: string }>;
}

export interface ExternalRequest {
  readonly segments: readonly string[];
  /**
   * `text`: plain. `html`: `&lt; &gt; &amp;` are escaped, and there are well-formed elements, each with an `id` that has
   * to come back exactly once: `<img id="1"/>` stands for code or a name, `<b id="2">...</b>` for a link or emphasis.
   */
  readonly format: 'text' | 'html';
  /** BCP 47 tags. */
  readonly from: string;
  readonly to: string;
  /** How some terms should be rendered. */
  readonly terms: readonly { readonly source: string; readonly target: string }[];
  readonly signal: AbortSignal;
}
