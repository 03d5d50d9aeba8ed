import { pseudoTranslate } from './pseudo.ts';

/** Ways in which engines are known to spoil a text. Each takes the source and gives what comes back. */
export const mangles = {
  none: pseudoTranslate,
  'drops marks': source => pseudoTranslate(source.replace(/<[^<>]*>/g, '')),
  'drops one mark': source => pseudoTranslate(source.replace(/<[^<>]*>/, '')),
  'doubles marks': source => pseudoTranslate(source).replace(/<img[^<>]*>/g, tag => tag + tag),
  'renumbers marks': source =>
    pseudoTranslate(source).replace(/id="(\d+)"/g, (_, id: string) => `id="${Number(id) + 1}"`),
  'turns marks around': source =>
    pseudoTranslate(source).replace(
      /<(\/?)b([^<>]*)>/g,
      (_, slash: string, rest: string) => `<${slash ? '' : '/'}b${slash ? rest : ''}>`,
    ),
  'moves marks to the end': source => {
    const tags = source.match(/<img[^<>]*>/g) ?? [];
    return pseudoTranslate(source.replace(/<img[^<>]*>/g, '')) + tags.join('');
  },
  'puts spaces into marks': source => pseudoTranslate(source).replace(/<img id="(\d+)"\/>/g, '< img id = "$1" / >'),
  'writes marks otherwise': source => pseudoTranslate(source).replace(/<img id="(\d+)"\/>/g, `<img id='$1'></img>`),
  'uses full-width signs': source => pseudoTranslate(source).replaceAll('<', '＜').replaceAll('>', '＞'),
  'makes up addresses': source => `${pseudoTranslate(source)} See https://example.com/help.`,
  'says something first': source => `Sure, here is the translation:\n\n${pseudoTranslate(source)}`,
  'says something after': source => `${pseudoTranslate(source)}\n\nLet me know if you need anything else!`,
  refuses: () => "I'm sorry, but I cannot assist with that.",
  'says nothing': () => '',
  'says only signs': () => '……',
  'gives back the source': source => source,
  'adds a script': source => `${pseudoTranslate(source)}<script>alert(1)</script>`,
  'adds markup': source => `<p>${pseudoTranslate(source)}</p>`,
  'adds Markdown': source => `# **${pseudoTranslate(source)}** | \`x\` [y](javascript:alert(1)) ![z](http://x.y/z.png)`,
  'begins a list': source => `- 1. ${pseudoTranslate(source)}`,
  'breaks lines': source => pseudoTranslate(source).split(' ').join('\n'),
  'breaks paragraphs': source => pseudoTranslate(source).split(' ').join('\n\n'),
  'never ends': source => pseudoTranslate(source).repeat(200),
  'changes names': source =>
    pseudoTranslate(source).replace(/(?<![<\w"])[A-Za-z]+[A-Z\d][A-Za-z\d]*/g, name => name.toLowerCase()),
  'unbalances signs': source => `${pseudoTranslate(source)} *_\`~~[($`,
  'sends controls': source => `\u0000\u0007${pseudoTranslate(source)}\u202e\u200b`,
} as const satisfies Readonly<Record<string, (source: string) => string>>;

export type Mangle = keyof typeof mangles;

export const allMangles: readonly Mangle[] = Object.keys(mangles).filter(name => isMangle(name));

function isMangle(name: string): name is Mangle {
  return Object.hasOwn(mangles, name);
}
