import type { Ecosystem } from '../../model.ts';

/** A file in which an ecosystem says where its packages come from. */
export interface RegistryFile {
  readonly ecosystem: Ecosystem;
  /** Base name of the file, or its folder with it. */
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

/** An address, or what stands in its place: what a variable holds cannot be told, and counts as private. */
const address = '(?<url>[^\\s"\'<>,()\\[\\]{}]+(?:\\{[^\\s"\'{}]*\\}[^\\s"\'<>,()\\[\\]{}]*)*)';
const anyUrl = '(?<url>[a-z][a-z+]*:\\/\\/[^\\s"\'<>,\\]}]+)';

/** Finds every address behind one of pip's options: one, or a list in the same line or in the lines below. */
function pythonAddresses(): RegExp {
  const keys = '(?:(?:extra[-_])?index[-_]url|default[-_]index|find[-_]links|url)\\s*[=:]\\s*';
  const options = '(?:--(?:(?:extra-)?index-url|find-links)|-i|-f)(?:[ \\t]*=[ \\t]*|[ \\t]+(?![ \\t=]))';
  const before = '(?:["\']?[a-z][a-z+]*:\\/\\/[^\\s"\'<>,\\]}]+["\']?,?(?:[ \\t]*\\r?\\n)?[ \\t]+){0,20}';
  // Not a comment, the next option or the next key of a table.
  const noOther = '(?![#;-]|[\\w-]+\\s*=)';
  return new RegExp(`(?<=(?:^|[\\s{,])(?:${keys}|${options})(?:\\[\\s*)?${before})${noOther}["']?${address}`, 'gm');
}

const ofMaven = '(?:repository|pluginRepository|mirror)';
/** Before an address in Gradle: `url = `, `url(`, `url '`, `url uri(`, `setUrl(`, `maven("`, `maven { url `. */
const beforeGradleUrl =
  '(?:\\burl\\s*(?:=\\s*|\\(\\s*|(?=["\'])|(?=uri\\b))|(?<=\\bmaven\\s*\\{[^{}]{0,100}\\burl)\\s+|\\bsetUrl\\s*\\(\\s*|\\bmaven\\s*\\(\\s*(?=["\']))(?:uri\\s*\\(\\s*)?["\']?';

export const registryFiles: readonly RegistryFile[] = [
  { ecosystem: 'npm', name: /^\.npmrc$/, address: /^[ \t]*["']?registry["']?\s*=\s*["']?(?<url>[^\s"']+)/gm },
  {
    ecosystem: 'npm',
    name: /^\.yarnrc\.yml$/,
    address: new RegExp(`^["']?npmRegistryServer["']?:\\s*["']?${address}`, 'gm'),
  },
  // Yarn 1.
  { ecosystem: 'npm', name: /^\.yarnrc$/, address: new RegExp(`^[ \\t]*"?registry"?\\s+"?${address}`, 'gm') },
  // Bun. Its scopes are a table, so any address that is not public keeps all names.
  { ecosystem: 'npm', name: /^bunfig\.toml$/, address: new RegExp(anyUrl, 'g') },
  {
    ecosystem: 'pypi',
    name: /^(pip\.(conf|ini)|.*requirements.*\.(txt|in)|requirements\/.*\.(txt|in)|constraints.*\.txt|uv\.toml|pyproject\.toml|Pipfile|\.condarc)$/,
    address: pythonAddresses(),
  },
  {
    ecosystem: 'maven',
    name: /^(settings.*\.xml|pom\.xml)$/,
    address: new RegExp(`<${ofMaven}>(?:(?!</?${ofMaven}>)[\\s\\S])*?<url>\\s*${address}`, 'g'),
  },
  { ecosystem: 'maven', name: /\.gradle(\.kts)?$/, address: new RegExp(beforeGradleUrl + address, 'g') },
  {
    ecosystem: 'cargo',
    name: /^config(\.toml)?$/,
    address: new RegExp(`^\\s*(?:index|registry)\\s*=\\s*["'](?:sparse\\+)?${anyUrl}`, 'gm'),
  },
  // A name in place of the address: which one it is, is written elsewhere.
  {
    ecosystem: 'cargo',
    name: /^Cargo\.toml$/,
    address: /\bregistry(?:-index)?\s*=\s*["'](?!crates-io["'])(?<url>[^"']+)/g,
  },
  {
    ecosystem: 'nuget',
    name: /^nuget\.config$/i,
    // Sources have an address or a folder; other entries say `true` or a word.
    address: /<add\s[^<>]{0,2000}\bvalue\s*=\s*["'](?<url>[^"'<>]*[/\\%$][^"'<>]*)/gi,
  },
  {
    ecosystem: 'composer',
    name: /^composer\.json$/,
    address: /"type"\s*:\s*"composer"[^{}]{0,400}"url"\s*:\s*"(?<url>[^"]+)/g,
  },
  {
    ecosystem: 'composer',
    name: /^composer\.json$/,
    address: /"url"\s*:\s*"(?<url>[^"]+)"[^{}]{0,400}"type"\s*:\s*"composer"/g,
  },
  // Packages in repositories of their own look like any other where they are required.
  {
    ecosystem: 'composer',
    name: /^composer\.json$/,
    address: /"type"\s*:\s*"(?<url>vcs|git|github|gitlab|bitbucket|svn|hg|package|artifact|path)"/g,
  },
  { ecosystem: 'gem', name: /^(Gemfile|gems\.rb)$/, address: /\bsource\b:?\s*(?:=>\s*)?\(?\s*["'](?<url>[^"']+)/g },
  { ecosystem: 'pub', name: /^pubspec\.yaml$/, address: new RegExp(`^\\s*(?:url|hosted):\\s*["']?${anyUrl}`, 'gm') },
];
