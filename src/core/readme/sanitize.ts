import type { Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';

/** Put before every id, so that a README cannot take the page's own ids. */
export const idPrefix = 'user-content-';

/**
 * What may stay of a README: an allow-list after GitHub's (https://github.com/gjtorikian/html-pipeline, sanitization
 * filter), without anything that loads, runs, styles or sends. No element here switches the HTML parser into another
 * mode (no svg, math, style, title, template, ...), so that what is written out is read back as it was meant.
 */
const schema: Schema = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'div', 'section', 'center', 'wbr'],
    ...['a', 'img', 'b', 'strong', 'i', 'em', 'u', 's', 'strike', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'span'],
    ...['code', 'kbd', 'samp', 'tt', 'var', 'q', 'abbr', 'ruby', 'rt', 'rp', 'figure', 'figcaption'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'input', 'details', 'summary'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  attributes: {
    '*': ['id', 'title', 'align', 'lang', 'dir', ['dataBlock', /^\d+$/]],
    a: ['href', 'name', 'dataFootnoteRef', 'dataFootnoteBackref', ['className', 'data-footnote-backref']],
    img: ['src', 'alt', ['width', /^\d+(?:px|%)?$/], ['height', /^\d+(?:px|%)?$/]],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    details: ['open'],
    ol: ['start', 'reversed', ['className', 'contains-task-list']],
    ul: [['className', 'contains-task-list']],
    li: ['value', ['className', 'task-list-item']],
    code: [['className', /^language-[\w+#.-]+$/, 'math-inline', 'math-display']],
    div: [['className', 'markdown-alert', /^markdown-alert-(?:note|tip|important|warning|caution)$/]],
    p: [['className', 'markdown-alert-title']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    h2: [['className', 'sr-only']],
    td: ['colSpan', 'rowSpan', 'vAlign'],
    th: ['colSpan', 'rowSpan', 'vAlign', 'scope'],
    table: ['summary'],
  },
  ancestors: {
    caption: ['table'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
    li: ['ul', 'ol'],
    dt: ['dl'],
    dd: ['dl'],
    rt: ['ruby'],
    rp: ['ruby'],
    summary: ['details'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https', 'data'] },
  required: { input: { type: 'checkbox', disabled: true } },
  // These go with all that is in them; everything else that is not allowed leaves its content behind.
  strip: [
    ...['script', 'style', 'template', 'iframe', 'object', 'embed', 'applet', 'noscript', 'noembed', 'noframes'],
    ...['svg', 'math', 'title', 'textarea', 'select', 'xmp', 'plaintext', 'audio', 'video', 'canvas', 'frameset'],
  ],
  clobber: ['id', 'name'],
  clobberPrefix: idPrefix,
  allowComments: false,
  allowDoctypes: false,
};

/** Takes out everything that is not allowed. */
export function sanitizeTree(tree: Root): Root {
  const clean = sanitize(tree, schema);
  return clean.type === 'root' ? clean : { type: 'root', children: [] };
}
