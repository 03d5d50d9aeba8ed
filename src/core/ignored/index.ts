/** Packages for which nothing is suggested to anybody who works in a repository, from the root of a folder. */
export const ignoreFile = '.gitee-scout/ignore';

/** One package URL a line; what stands behind `#` is a remark. */
export function readIgnored(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(line => /^pkg:[a-z]+\/\S+$/.test(line));
}

/** The file with one package more, or less; remarks and order stay. */
export function withIgnored(text: string, purl: string, ignored: boolean): string {
  const lines = text === '' ? [head] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  const others = lines.filter(line => !readIgnored(line).includes(purl));
  return `${[...others, ...(ignored ? [purl] : [])].join('\n')}\n`;
}

const head = '# Packages for which Gitee Scout suggests nothing to anybody in this repository, one package URL a line.';
