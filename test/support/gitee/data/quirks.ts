import type { ProjectData } from '../project-data.ts';

const owner = 'scout-demo';
const plain = { stars: 3, language: null, license: null } as const;
const head = '> **Demonstration data**: invented for tests.\n\n';

/** Invented repositories that show one oddity each. */
export const quirkProjects: readonly ProjectData[] = [
  { ...plain, path: `${owner}/empty`, description: '', branch: null, files: () => ({}) },
  {
    ...plain,
    path: `${owner}/no-readme`,
    description: '没有 README',
    files: () => ({ 'main.c': 'int main(void) { return 0; }\n' }),
  },
  {
    ...plain,
    path: `${owner}/private`,
    description: '私有',
    isPrivate: true,
    files: () => ({ 'README.md': `# 私有\n\n${head}` }),
  },
  {
    ...plain,
    path: `${owner}/gbk`,
    description: 'README 使用 GBK 编码',
    // "# GBK 编码", "演示数据：" and "你好，世界。" in GBK, which Node can read but not write.
    files: () => ({
      'README.md': Buffer.concat([
        Buffer.from('# GBK '),
        Buffer.from([0xb1, 0xe0, 0xc2, 0xeb]),
        Buffer.from('\r\n\r\nDemonstration data. '),
        Buffer.from([0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0xca, 0xc0, 0xbd, 0xe7, 0xa1, 0xa3]),
        Buffer.from('\r\n'),
      ]),
    }),
  },
  {
    ...plain,
    path: `${owner}/utf16`,
    description: 'README 使用 UTF-16 编码',
    files: () => ({ 'README.md': Buffer.from(`\ufeff# UTF-16 编码\n\n${head}你好，世界。\n`, 'utf16le') }),
  },
  {
    ...plain,
    path: `${owner}/bom`,
    description: 'README 以 BOM 开头',
    files: () => ({ 'README.md': `\ufeff# BOM\n\n${head}你好\n` }),
  },
  {
    ...plain,
    path: `${owner}/unsafe`,
    description: 'README 中有不安全的内容 <script>alert(1)</script>',
    relativeAvatar: true,
    files: () => ({
      'README.md': `# 不安全\n\n${head}<script>alert(1)</script>\n\n<img src="x" onerror="alert(1)">\n\n[点击](javascript:alert(1)) [命令](command:workbench.action.quit) [数据](data:text/html,x)\n\n<a href="#" onclick="alert(1)">x</a>\n\n<iframe src="https://example.com"></iframe>\n\n![远程图片](https://example.com/a.png)\n`,
    }),
  },
  {
    ...plain,
    path: `${owner}/large`,
    description: '很长的 README',
    files: () => ({ 'README.md': `# 很长\n\n${head}${'这是一段很长的文字，用来测试翻译与显示。\n\n'.repeat(12_000)}` }),
  },
  {
    ...plain,
    path: `${owner}/Display_Name`,
    name: '拼夕夕_网上商城',
    description: '显示名与路径不同',
    fork: 'y_project/RuoYi-Vue',
    homepage: '',
    files: () => ({ 'Readme.osc.md': `# 显示名\n\n${head}`, 'README.md': `# 路径\n\n${head}` }),
  },
];
