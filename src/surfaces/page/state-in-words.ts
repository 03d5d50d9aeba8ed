import * as vscode from 'vscode';
import type { PageLicense, Part } from '../../core/projects/index.ts';
import type { PageState } from '../../webview/protocol.ts';
import { sentenceText, toldText } from '../sentence-text.ts';

/** What the core says on a page, in the language of the interface: the page itself knows only its own texts. */
export function stateInWords(state: PageState): PageState {
  const { page, activity, contributors, translation } = state;
  return {
    ...state,
    translation:
      translation.kind === 'failed' ? { ...translation, message: toldText(translation), said: undefined } : translation,
    page: {
      ...page,
      facts: partInWords(page.facts),
      repository: partInWords(page.repository),
      readme: partInWords(page.readme, value =>
        value.said ? { ...value, remark: sentenceText(value.said), said: undefined } : value,
      ),
      license: partInWords(page.license, licenseInWords),
      releases: partInWords(page.releases),
    },
    license: {
      ...state.license,
      quotes: state.license.quotes.map(quote =>
        quote.kind === 'failed' ? { ...quote, message: toldText(quote), said: undefined } : quote,
      ),
    },
    activity: activity && partInWords(activity),
    contributors: contributors && partInWords(contributors),
  };
}

function partInWords<T>(part: Part<T>, valueInWords: (value: T) => T = value => value): Part<T> {
  switch (part.kind) {
    case 'loading':
      return part;
    case 'none':
    case 'missing':
      return { ...part, message: toldText(part), said: undefined };
    case 'found': {
      const value = valueInWords(part.value);
      return part.said ? { ...part, value, notice: sentenceText(part.said), said: undefined } : { ...part, value };
    }
  }
}

function licenseInWords({ said, ...license }: PageLicense): PageLicense {
  const readsChinese = vscode.env.language.startsWith('zh');
  return {
    ...license,
    ...(said ? { conflict: sentenceText(said) } : {}),
    evidence: license.evidence.map(({ meaning, ...evidence }) =>
      meaning ? { ...evidence, gist: readsChinese ? undefined : sentenceText(meaning) } : evidence,
    ),
    unread: license.unread.map(({ place, ...why }) => ({ place, message: toldText(why) })),
  };
}
