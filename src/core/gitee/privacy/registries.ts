import type { Ecosystem } from '../../model.ts';

/** A file in which an ecosystem says where its packages come from. */
export interface RegistryFile {
  readonly ecosystem: Ecosystem;
  /** Base name of the file. */
  readonly name: RegExp;
  /** Finds the addresses of registries; the group `url` is one. */
  readonly address: RegExp;
}

/** Hosts that hold only public packages, their mirrors in China included. What is on none of them may be private. */
const publicHosts =
  /^(?:registry\.npmjs\.org|registry\.yarnpkg\.com|registry\.npmmirror\.com|mirrors\.cloud\.tencent\.com|repo\.huaweicloud\.com|mirrors\.huaweicloud\.com|mirrors\.aliyun\.com|maven\.aliyun\.com|mirrors\.tuna\.tsinghua\.edu\.cn|pypi\.tuna\.tsinghua\.edu\.cn|mirrors\.ustc\.edu\.cn|pypi\.mirrors\.ustc\.edu\.cn|mirrors\.bfsu\.edu\.cn|pypi\.org|files\.pythonhosted\.org|pypi\.doubanio\.com|pypi\.douban\.com|download\.pytorch\.org|repo1?\.maven\.org|repo\.maven\.apache\.org|central\.sonatype\.com|oss\.sonatype\.org|s01\.oss\.sonatype\.org|repo\.spring\.io|plugins\.gradle\.org|maven\.google\.com|dl\.google\.com|jitpack\.io|repository\.apache\.org|crates\.io|index\.crates\.io|static\.crates\.io|github\.com|rsproxy\.cn|api\.nuget\.org|www\.nuget\.org|nuget\.cdn\.azure\.cn|packagist\.org|repo\.packagist\.org|rubygems\.org|gems\.ruby-china\.com|pub\.dev|pub\.flutter-io\.cn|proxy\.golang\.org|goproxy\.cn|goproxy\.io|sum\.golang\.org)$/;

/** True for an address that cannot be read: in doubt it is private. */
export function isPrivateRegistry(address: string): boolean {
  if (!URL.canParse(address)) return true;
  return !publicHosts.test(new URL(address).hostname);
}

const anyUrl = '(?<url>[a-z][a-z+]*:\\/\\/[^\\s"\'<>,\\]}]+)';

export const registryFiles: readonly RegistryFile[] = [
  { ecosystem: 'npm', name: /^\.npmrc$/, address: /^registry\s*=\s*["']?(?<url>[^\s"']+)/gm },
  {
    ecosystem: 'npm',
    name: /^\.yarnrc\.yml$/,
    address: new RegExp(`^npmRegistryServer:\\s*["']?${anyUrl}`, 'gm'),
  },
  {
    ecosystem: 'pypi',
    name: /^(pip\.(conf|ini)|requirements.*\.(txt|in)|uv\.toml|pyproject\.toml|Pipfile|\.condarc)$/,
    address: new RegExp(
      `^\\s*(?:--)?(?:extra-)?(?:index-url|index_url|find-links|url|trusted-host)\\s*[= ]\\s*["']?${anyUrl}`,
      'gm',
    ),
  },
  {
    ecosystem: 'maven',
    name: /^(settings\.xml|pom\.xml)$/,
    address: new RegExp(
      `<(?:repository|pluginRepository|mirror)>(?:(?!</(?:repository|pluginRepository|mirror)>)[\\s\\S])*?<url>\\s*${anyUrl}`,
      'g',
    ),
  },
  {
    ecosystem: 'maven',
    name: /^(build|settings|init)\.gradle(\.kts)?$/,
    address: new RegExp(`\\burl\\s*(?:=\\s*)?(?:uri\\()?\\s*["']${anyUrl}`, 'g'),
  },
  {
    ecosystem: 'cargo',
    name: /^config(\.toml)?$/,
    address: new RegExp(`^\\s*(?:index|registry)\\s*=\\s*["'](?:sparse\\+)?${anyUrl}`, 'gm'),
  },
  {
    ecosystem: 'nuget',
    name: /^nuget\.config$/i,
    address: new RegExp(`<add\\s[^>]*\\bvalue\\s*=\\s*["']${anyUrl}`, 'g'),
  },
  {
    ecosystem: 'composer',
    name: /^composer\.json$/,
    address: new RegExp(`"type"\\s*:\\s*"composer"[^}]*"url"\\s*:\\s*"${anyUrl}`, 'g'),
  },
  { ecosystem: 'gem', name: /^Gemfile$/, address: new RegExp(`^\\s*source\\s*\\(?\\s*["']${anyUrl}`, 'gm') },
  { ecosystem: 'pub', name: /^pubspec\.yaml$/, address: new RegExp(`^\\s*(?:url|hosted):\\s*["']?${anyUrl}`, 'gm') },
];
