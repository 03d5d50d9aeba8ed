import type { Log } from '../../core/ports.ts';
import { toldBy } from '../../core/sentences/index.ts';
import type { PageState } from '../../webview/protocol.ts';
import { isCanceled, type Translations } from '../translations.ts';

type Quote = PageState['license']['quotes'][number];

/**
 * Translations of Chinese quotes in the evidence of a license: each asked for by a click, through the engine, the memory
 * and the consent of the README's translation.
 */
export function createQuotes(
  { translations, log }: { readonly translations: Pick<Translations, 'translate'>; readonly log: Log },
  changed: () => void,
) {
  let quotes: readonly Quote[] = [];
  const lifetime = new AbortController();
  const put = (next: Quote) => {
    quotes = [...quotes.filter(({ quote }) => quote !== next.quote), next];
    changed();
  };
  return {
    all: () => quotes,
    async translate(quote: string, engine: string, to: string): Promise<void> {
      if (quotes.some(each => each.quote === quote && each.kind !== 'failed')) return;
      put({ kind: 'running', quote });
      try {
        const { markdown } = await translations.translate(quote, {
          engine,
          from: 'zh',
          to,
          codeComments: false,
          signal: lifetime.signal,
          onProgress: () => undefined,
        });
        put({ kind: 'done', quote, text: markdown, engine });
      } catch (error) {
        quotes = quotes.filter(each => each.quote !== quote);
        if (isCanceled(error)) return changed();
        log.warn(`translation of a quote with ${engine} failed`, error);
        put({ kind: 'failed', quote, ...toldBy(error) });
      }
    },
    dispose: () => lifetime.abort(),
  };
}
