import type { Log } from '../../core/ports.ts';
import type { ProjectPage } from '../../core/projects/index.ts';
import type { PageNote, PageSentence, ReadmeShape, ReadmeText, ReadmeTexts } from '../../webview/protocol.ts';
import type { Translation } from '../translations.ts';
import type { ImageHosts } from './image-hosts.ts';

export interface RenderBase {
  readonly host: NonNullable<ProjectPage['home']>['host'];
  /** `owner/repository`. */
  readonly path: string;
  readonly ref: string;
  /** Path of the file in the repository: relative links start there. */
  readonly file: string;
}

/** Markdown to sanitized HTML, with the hosts of images that were left out. */
export type RenderReadme = (
  markdown: string,
  options: {
    readonly base: RenderBase;
    readonly imageHosts: readonly string[];
    /** Names of the headings: a translation keeps those of its original, so that links into it still work. */
    readonly anchors?: readonly string[] | undefined;
  },
) => Promise<{ readonly html: string; readonly blockedHosts: readonly string[]; readonly anchors: readonly string[] }>;

/** What there is to translate in a text. */
export type MeasureReadme = (markdown: string) => Promise<ReadmeShape>;

interface Source {
  readonly markdown: string;
  readonly language: string;
  readonly base: RenderBase;
}

/** More marks than this would be all of the text. */
const mostLeft = 500;

/** Keeps the README's texts as HTML; a change while they are drawn is drawn next. */
export function createReadmeTexts(
  {
    render,
    measure,
    imageHosts,
    log,
  }: {
    readonly render: RenderReadme;
    readonly measure: MeasureReadme;
    readonly imageHosts: ImageHosts;
    readonly log: Log;
  },
  publish: (texts: ReadmeTexts) => void,
) {
  let source: Source | undefined;
  let translation: TranslatedText | undefined;
  let original: ReadmeText | null = null;
  let translated: ReadmeText | null = null;
  let measured: { readonly markdown: string; readonly shape: ReadmeShape } | undefined;
  /** Hosts that were allowed for this page only. */
  let allowed: readonly string[] = [];
  let drawing = false;
  let again = false;

  const hosts = () => [...new Set([...imageHosts.remembered(), ...allowed])];
  const drawOnce = async () => {
    const [from, to] = [source, translation];
    if (!from) {
      original = null;
      translated = null;
      measured = undefined;
      return;
    }
    const { base } = from;
    const first = await render(from.markdown, { base, imageHosts: hosts() });
    const notes = to?.notes?.map(({ source: word, note }) => ({ word, note }));
    original = { html: first.html, blockedHosts: first.blockedHosts, language: from.language, notes };
    if (measured?.markdown !== from.markdown)
      measured = { markdown: from.markdown, shape: await measure(from.markdown) };
    const second = to && (await render(to.markdown, { base, imageHosts: hosts(), anchors: first.anchors }));
    translated = to && second ? { ...translatedPart(to), html: second.html, blockedHosts: second.blockedHosts } : null;
  };
  /** One drawing at a time, and one more for all that changed meanwhile: a fast translation must not starve the page. */
  const drawAll = async () => {
    drawing = true;
    try {
      do {
        again = false;
        await drawOnce();
        publish({ original, translated, shape: measured?.shape ?? null });
      } while (again);
    } finally {
      drawing = false;
    }
  };
  const draw = () => {
    again = true;
    if (!drawing) drawAll().catch((error: unknown) => log.error('the README could not be drawn', error));
  };

  return {
    texts: (): ReadmeTexts => ({ original, translated, shape: measured?.shape ?? null }),
    draw,
    imageHosts: hosts,
    blockedHosts: (): readonly string[] => [
      ...new Set([...(original?.blockedHosts ?? []), ...(translated?.blockedHosts ?? [])]),
    ],
    /** Loads images of these hosts on this page. */
    allow(more: readonly string[]): void {
      allowed = [...new Set([...allowed, ...more])];
      draw();
    },
    setPage(page: ProjectPage): void {
      const next = sourceOf(page);
      if (JSON.stringify(next) === JSON.stringify(source)) return;
      source = next;
      draw();
    },
    setTranslation(next: TranslatedText | undefined): void {
      if (next === undefined && translation === undefined) return;
      translation = next;
      draw();
    },
  };
}

/** A translation, whole or so far. */
export type TranslatedText = Pick<Translation, 'markdown'> & Partial<Translation> & { readonly language: string };

function translatedPart({
  language,
  sentences,
  notes,
  left,
}: TranslatedText): Omit<ReadmeText, 'html' | 'blockedHosts'> {
  return {
    language,
    sentences: sentences?.map(({ block, original, words, by }): PageSentence => {
      return { block, original, words, corrected: by === 'person' };
    }),
    left: left?.slice(0, mostLeft).map(({ original, block }) => ({ original, block })),
    notes: notes?.map(({ target: word, note }): PageNote => ({ word, note })),
  };
}

function sourceOf({ readme, repository, home }: ProjectPage): Source | undefined {
  if (readme.kind !== 'found' || !home) return undefined;
  const { path: file, markdown, language } = readme.value;
  const branch = repository.kind === 'found' ? repository.value.defaultBranch : null;
  const ref = branch ?? refOf(readme.url) ?? 'master';
  return { markdown, language, base: { host: home.host, path: home.path, ref, file } };
}

/** The address of a file names the branch: `/blob/master/README.md`. */
function refOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /\/blob\/([^/]+)\//.exec(url)?.[1];
}
