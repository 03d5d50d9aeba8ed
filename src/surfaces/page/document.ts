import { escapeHtml } from '../../core/html/index.ts';
import type { PageHistory, PageState, ReadmeTexts } from '../../webview/protocol.ts';
import type { PageCode } from './page-code.ts';

export interface DocumentParts {
  readonly code: PageCode;
  /** Another one for each document: VS Code leaves a page alone that is given the document that it has already. */
  readonly drawing: string;
  /** The editor's language, BCP 47. */
  readonly language: string;
  /** Hosts that images may come from. */
  readonly imageHosts: readonly string[];
  /** For the tab of the page's own window, and for screen readers. */
  readonly title: string;
  /** What is known already; without it the page shows that it is on its way and asks. */
  readonly state?: PageState | undefined;
  /** The README, where it is drawn already. */
  readonly texts?: ReadmeTexts | undefined;
  /** The pages that this panel has shown. */
  readonly history: PageHistory;
  /** What a screen reader says while nothing is known. */
  readonly loading: string;
  /** The editor's words in its language, by the English ones. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * The document of a project's page. What is known is inside, so that it is drawn without waiting for a message, and gray
 * bars stand where it will be. Nothing of it is HTML: it stands in an attribute, and the script makes text nodes of it.
 * Script and style are inside too: VS Code shows a page when all that it loads is there, and each file takes its way through
 * the window to the extension's machine.
 */
export function pageDocument(parts: DocumentParts): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentPolicy(parts))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(parts.title)}</title>
<style>${parts.code.style.text}</style>
</head>
<body data-drawing="${escapeHtml(parts.drawing)}" data-history="${data(parts.history)}" data-words="${data(parts.words)}" data-state="${data(parts.state)}" data-texts="${data(parts.texts)}">
<div class="page">
<header>
<div id="banner" role="note" hidden></div>
<div id="header">${skeleton(parts)}</div>
<div id="actions"></div>
<div id="troubles" role="alert" hidden></div>
</header>
<main class="columns">
<div class="decide">
<section id="workspace" hidden></section>
<section id="license" hidden></section>
<section id="use" hidden></section>
<section id="similar" hidden></section>
<section id="releases" hidden></section>
<section id="contributors" hidden></section>
<section id="activity" hidden></section>
</div>
<section class="readme">
<div id="readme-bar"></div>
<article id="readme" hidden></article>
</section>
</main>
<div id="announcements" class="hidden-text" role="status"></div>
</div>
<script>${parts.code.script.text}</script>
</body>
</html>`;
}

/** The name, and bars for what is on its way; the script puts the real thing in their place. */
function skeleton({ title, loading }: DocumentParts): string {
  const bars = '<span class="bar" aria-hidden="true"></span>'.repeat(3);
  return `<h1>${escapeHtml(title)}</h1><div class="skeleton" role="status"><span class="hidden-text">${escapeHtml(loading)}</span>${bars}</div>`;
}

/** Nothing is allowed but this very script, this very style, and images of the hosts that were agreed to. */
export function contentPolicy({ code, imageHosts }: Pick<DocumentParts, 'code' | 'imageHosts'>): string {
  const images = ['data:', ...imageHosts.filter(isHostName).map(host => `https://${host}`)];
  return [
    "default-src 'none'",
    `script-src '${code.script.hash}'`,
    `style-src '${code.style.hash}'`,
    `img-src ${images.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Anything else could add a directive of its own. */
function isHostName(host: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:\d{1,5})?$/i.test(host);
}

function data(value: object | undefined): string {
  return value === undefined ? '' : escapeHtml(JSON.stringify(value));
}
