/** Another extension, as tests need one: it uses what Gitee Scout offers to extensions, and brings a language model. */
const vscode = require('vscode');

/** What the language model does next: `translate`, `refuse`, `fail`. */
const manner = { now: 'translate' };

const translated = text => text.replace(/\p{Script=Han}+/gu, run => `words ${[...run].length}`);

async function* translate({ segments, format }) {
  // Backwards, and the last one broken: none of it may matter.
  for (const [index, text] of [...segments.entries()].reverse()) yield { index, text: translated(text) };
  yield { index: segments.length, text: `beyond the end of ${format}` };
  yield 'no segment at all';
}

const model = {
  id: 'parrot',
  name: 'Parrot',
  family: 'parrot',
  version: '1',
  maxInputTokens: 8000,
  maxOutputTokens: 8000,
  capabilities: {},
};

const provider = {
  provideLanguageModelChatInformation: () => [model],
  async provideLanguageModelChatResponse(_model, messages, _options, progress) {
    if (manner.now === 'fail') throw new Error('The parrot has flown away.');
    const text = messages
      .flatMap(({ content }) => [...content])
      .map(part => part.value ?? '')
      .join('\n');
    if (manner.now === 'refuse')
      return progress.report(new vscode.LanguageModelTextPart("I'm sorry, I cannot do that."));
    const numbered = [...text.matchAll(/<s id="(\d+)">([\s\S]*?)<\/s>/g)].filter(([, , inner]) => inner !== '...');
    const answer = numbered.map(([, id, inner]) => `<s id="${id}">${translated(inner)}</s>`).join('\n');
    // In pieces, as models speak.
    for (let at = 0; at < answer.length; at += 7)
      progress.report(new vscode.LanguageModelTextPart(answer.slice(at, at + 7)));
  },
  provideTokenCount: async (_model, text) => String(text).length,
};

async function activate(context) {
  const scout = await vscode.extensions.getExtension('gitee-scout.gitee-scout').activate();
  context.subscriptions.push(
    vscode.lm.registerLanguageModelChatProvider('neighbor', provider),
    scout.registerTranslationEngine({
      id: 'neighbor',
      label: 'Neighbor Translator',
      destination: 'this device',
      version: '1',
      translate,
    }),
    scout.registerTranslationEngine({
      id: 'neighbor-other',
      label: 'Other Place',
      destination: 'elsewhere.example',
      version: '1',
      translate,
    }),
  );
  return { manner, scout };
}

module.exports = { activate };
