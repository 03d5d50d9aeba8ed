import type { DocumentData } from './project-data.ts';

const notice = {
  zh: '> **演示数据**：本文由 Gitee Scout 的测试服务器自行编写，并非该项目真正的 README。\n> **Demonstration data**: written for a test server, not the real README of this project.',
  en: '> **Demonstration data**: written for the test server of Gitee Scout, not the real README of this project.',
};

const words = {
  zh: {
    intro: '简介',
    features: '特性',
    install: '安装',
    start: '快速开始',
    table: '模块一览',
    faq: '常见问题',
    help: '参与贡献',
    license: '许可证',
  },
  en: {
    intro: 'Introduction',
    features: 'Features',
    install: 'Installation',
    start: 'Quick start',
    table: 'Modules',
    faq: 'Questions',
    help: 'Contributing',
    license: 'License',
  },
};

const closing = {
  zh: [
    '1. Fork 本仓库\n2. 新建 `feature/xxx` 分支\n3. 提交代码并附上测试\n4. 新建 Pull Request',
    '使用前请阅读 [LICENSE](LICENSE)，当前许可证为',
  ],
  en: [
    '1. Fork this repository\n2. Make a branch `feature/xxx`\n3. Commit your change with its test\n4. Open a pull request',
    'Read [LICENSE](LICENSE) before use. The license is',
  ],
};

/** A README in Markdown as such projects write it: badges, tables, code, relative links and pictures. */
export function writeDocument(language: 'zh' | 'en', data: DocumentData, license: string | null): string {
  const word = words[language];
  const [help, rights] = closing[language];
  const [head = [], ...rows] = data.table;
  const parts = [
    `# ${data.title}`,
    notice[language],
    `<p align="center">\n  <strong>${data.tagline}</strong>\n</p>`,
    badges(data.title, license),
    data.other ? `${language === 'zh' ? '中文' : 'English'} | [${data.other[0]}](${data.other[1]})` : '',
    `## ${word.intro}`,
    data.intro,
    data.image ? `![${data.title}](${data.image})` : '',
    `## ${word.features}`,
    data.features.map(feature => `- ${feature}`).join('\n'),
    `## ${word.install}`,
    fence(data.install),
    `## ${word.start}`,
    fence(data.start),
    `## ${word.table}`,
    [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n'),
    data.question ? `## ${word.faq}\n\n**${data.question[0]}**\n\n${data.question[1]}` : '',
    `## ${word.help}`,
    help,
    `## ${word.license}`,
    `${rights} **${license ?? (language === 'zh' ? '未声明' : 'not stated')}**。`.replace(
      '。',
      language === 'zh' ? '。' : '.',
    ),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function badges(title: string, license: string | null): string {
  const label = encodeURIComponent(license ?? 'none').replace(/-/g, '--');
  return `[![star](https://gitee.com/badge/star.svg)](#) ![license](https://img.shields.io/badge/license-${label}-blue.svg "${title}")`;
}

function fence([language, code]: readonly [string, string]): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A small picture, so that relative image links lead somewhere. */
export function drawLogo(text: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80"><rect width="240" height="80" rx="8" fill="#c71d23"/><text x="120" y="50" font-size="28" text-anchor="middle" fill="#fff" font-family="sans-serif">${text}</text></svg>\n`;
}
