/** What the name of a README file says. */
export interface ReadmeName {
  /** BCP 47 tag; `undefined` when the name gives no language. */
  readonly language: string | undefined;
  /** Lower is nearer to what Gitee itself would show. */
  readonly rank: number;
}

/**
 * Marks of language in file names. Gitee's own help lists zh, CH, cn, zh-cn, zh_cn, zh-hk, zh-tw, zh-yue and en; the rest
 * was seen in public repositories.
 */
const marks: Readonly<Record<string, string>> = {
  ...named(
    'zh-Hans',
    'zh cn ch chs zhcn zhch zhhans zhhanscn zhsg zhchs hans sc chinese simplified chinesesimplified simplifiedchinese',
  ),
  ...named('zh-Hans', '中文 简体中文 中文简体 简体 简中 中文版 簡體中文 簡體'),
  ...named(
    'zh-Hant',
    'zhtw zhhk zhmo zhhant zhhanttw zhhanthk zhcht zhyue tw hk hant tc cht traditional chinesetraditional traditionalchinese',
  ),
  ...named('zh-Hant', '繁體中文 繁体中文 中文繁體 中文繁体 繁體 繁体 繁中 正體中文 正体中文 正體 台灣 臺灣 台湾'),
  ...named('en', 'en eng enus engb english 英文 英语'),
  ...named('ja', 'ja jp jajp japanese 日本語'),
  ...named('ko', 'ko kr kokr korean 한국어'),
  ...named('de', 'de dede german deutsch'),
  ...named('fr', 'fr frfr french français'),
  ...named('es', 'es eses spanish español'),
  ...named('it', 'it itit italian italiano'),
  ...named('pl', 'pl plpl polish polski'),
  ...named('pt', 'pt ptbr ptpt portuguese português'),
  ...named('ru', 'ru ruru russian русский'),
};

/** Gitee's order of extensions, as far as they can be shown here: Markdown first, then plain text. */
const extensions: readonly string[] = [
  'mdown',
  'md',
  'mkdn',
  'mdwn',
  'markdown',
  'rst',
  'adoc',
  'asciidoc',
  'org',
  'txt',
  '',
];

/** Reads a file name; `undefined` when it is no README. */
export function readReadmeName(name: string): ReadmeName | undefined {
  const plain = name.toLowerCase();
  if (plain === 'readme.osc.md') return { language: undefined, rank: -1 };
  const before = /^([a-z]{2}(?:[-_][a-z]{2,4})?)[._-]read[-_ ]?me\.([a-z]+)$/.exec(plain);
  if (before) return withExtension(languageOf(before[1] ?? ''), before[2] ?? '');
  const found = /^(?:read[-_ ]?me|自述文件|说明文档)(?:([-_. (（]+)(.+?)[)）]?)?(?:\.([a-z]+))?$/.exec(plain);
  if (!found) return undefined;
  const [, , mark = '', extension = ''] = found;
  if (mark === '') return withExtension(undefined, extension);
  const language = languageOf(mark);
  if (language === undefined) return extension === '' ? withExtension(undefined, mark) : undefined;
  return withExtension(language, extension);
}

/** The language that a mark means: `zh_CN`, `EN`, `简体中文`. */
export function languageOf(mark: string): string | undefined {
  const key = mark.toLowerCase().replace(/[\s._\-()（）[\]]/g, '');
  return Object.hasOwn(marks, key) ? marks[key] : undefined;
}

function withExtension(language: string | undefined, extension: string): ReadmeName | undefined {
  const rank = extensions.indexOf(extension);
  return rank < 0 ? undefined : { language, rank };
}

function named(language: string, words: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words.split(' ').map(word => [word, language]));
}
