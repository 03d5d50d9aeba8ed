import { containsHan } from './han.ts';
import { languageOf } from './names.ts';
import { splitMarkdown } from './split.ts';

/** What there is to translate in a README. */
export interface ReadmeMeasure {
  /** Passages that hold Chinese, links to other languages not counted. */
  readonly chinese: number;
  /** Passages that hold words. */
  readonly pieces: number;
  /** Lines of Chinese comments in code blocks. */
  readonly comments: number;
  readonly pictures: number;
}

/** Counts what a reader may want translated, and tells a README that is nothing but pictures. */
export function measureReadme(markdown: string): ReadmeMeasure {
  const { source, passages } = splitMarkdown(markdown, { codeComments: true });
  const counts = { chinese: 0, pieces: 0, comments: 0, pictures: 0 };
  for (const { context, tokens } of passages) {
    const words = tokens
      .filter(({ kind }) => kind === 'text')
      .map(token => source.slice(...token.range))
      .join(' ');
    if (context === 'comment') counts.comments += 1;
    else if (context !== 'alt') {
      counts.pictures += tokens.filter(token => token.kind === 'void' && token.role === 'image').length;
      if (/\p{L}/u.test(words)) counts.pieces += 1;
      if (containsHan(words) && !isLanguageLinks(words)) counts.chinese += 1;
    }
  }
  // A block of HTML with nothing but a picture holds no words, and so is no passage.
  const written = markdown.match(/<img\s|!\[/gi)?.length ?? 0;
  return { ...counts, pictures: Math.max(counts.pictures, written) };
}

/** "简体中文 | English" is no text in Chinese. */
function isLanguageLinks(words: string): boolean {
  const parts = words.split(/[|/·•\s]+/).filter(part => /\p{L}/u.test(part));
  return parts.length <= 12 && parts.every(part => languageOf(part) !== undefined);
}
