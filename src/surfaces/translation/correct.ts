import * as vscode from 'vscode';
import type { TranslatedSentence, TranslationMemory } from '../../core/translation/index.ts';
import type { Languages } from '../translations.ts';

/**
 * Asks for better words for a sentence, which are remembered and win over every engine; or reports that the translation
 * is bad, so that the original stays. Without a chosen sentence it asks for one. True when something was remembered.
 */
export async function correctSentence(
  memory: TranslationMemory,
  sentences: readonly TranslatedSentence[],
  chosen: TranslatedSentence | undefined,
  languages: Languages,
): Promise<boolean> {
  const title = vscode.l10n.t('Correct a Sentence');
  const sentence = chosen ?? (await pickSentence(sentences, title));
  const what = sentence && (await pickAction(sentence, title));
  if (!sentence || !what) return false;
  const key = { ...languages, segment: sentence.segment };
  if (what === 'withdraw') await memory.withdraw(key);
  else if (what === 'report') await memory.correct({ ...key, translation: null });
  else {
    const translation = await askWords(sentence, title);
    if (translation === undefined) return false;
    await memory.correct({ ...key, translation });
  }
  return true;
}

async function pickSentence(
  sentences: readonly TranslatedSentence[],
  title: string,
): Promise<TranslatedSentence | undefined> {
  const picked = await vscode.window.showQuickPick(
    sentences.map(sentence => ({
      label: sentence.words.join(' ').trim() || sentence.original,
      description: sentence.by === 'person' ? vscode.l10n.t('corrected') : '',
      detail: sentence.original,
      sentence,
    })),
    // The page that was just translated may take the focus while one chooses.
    { title, placeHolder: vscode.l10n.t('Which sentence?'), matchOnDetail: true, ignoreFocusOut: true },
  );
  return picked?.sentence;
}

async function pickAction(
  { by, original, words }: TranslatedSentence,
  title: string,
): Promise<'words' | 'report' | 'withdraw' | undefined> {
  const choices = [
    {
      what: 'words' as const,
      label: vscode.l10n.t('Write a better translation'),
      detail: vscode.l10n.t('It is remembered on this device and wins over every engine.'),
    },
    ...(words.length > 0
      ? [
          {
            what: 'report' as const,
            label: vscode.l10n.t('The translation is bad: show the original'),
            detail: vscode.l10n.t('It is remembered on this device; nothing is sent.'),
          },
        ]
      : []),
    ...(by === 'person' ? [{ what: 'withdraw' as const, label: vscode.l10n.t('Take my correction back') }] : []),
  ];
  const options = { title, placeHolder: original, ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(choices, options))?.what;
}

async function askWords({ segment, original, translation }: TranslatedSentence, title: string) {
  const { keepsMarks } = await import('../../core/translation/index.ts');
  const hasMarks = /<(?:b|img) id="\d+"/.test(segment);
  const text = await vscode.window.showInputBox({
    title,
    prompt: hasMarks
      ? vscode.l10n.t(
          '{0} Keep each mark such as {1} once: it stands for code, a name or a link.',
          original,
          '<img id="1"/>',
        )
      : original,
    value: translation || segment,
    ignoreFocusOut: true,
    validateInput: value => {
      if (value.trim() === '') return vscode.l10n.t('Write the sentence in your language.');
      if (keepsMarks(segment, value)) return undefined;
      return vscode.l10n.t('A mark is missing or stands there twice. The original has: {0}', segment);
    },
  });
  return text?.trim();
}
