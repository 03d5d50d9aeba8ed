/** `owner/repository` in the address of a repository's page or API record; its display name may be something else. */
export function pathInUrl(url: string): string | undefined {
  if (!URL.canParse(url, 'https://gitee.com')) return undefined;
  const { pathname } = new URL(url, 'https://gitee.com');
  const [owner, name, ...rest] = pathname
    .replace(/^\/api\/v\d+\/repos/, '')
    .split('/')
    .filter(Boolean);
  if (!owner || !name || rest.length > 1) return undefined;
  return [owner, name, ...rest].join('/').replace(/\.git$/, '');
}
