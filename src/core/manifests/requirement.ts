/** A version without the `v` in front, which only some formats write. */
export function bareVersion(version: string): string {
  return version.replace(/^v/, '');
}

const anyVersion = String.raw`v?\d[\w.+-]*`;
const simple = /^((?:[~^=]|>=|~>|==|~=)?\s*v?)\d[\w.+-]*$/;
const wildcard = /^((?:==|[~^=])?\s*)v?(\d+(?:\.\d+)*)((?:\.[xX*])+)$/;
const capped = new RegExp(String.raw`^(>=\s*)${anyVersion}(\s*,\s*|\s+)(<\s*)(\d+(?:\.\d+)*)$`);
/** https://maven.apache.org/enforcer/enforcer-rules/versionRanges.html */
const mavenRange = /^\[\d[\w.+-]*(,\s*)(\d+(?:\.\d+)*)\)$/;
/** Python's ranges begin with their lower bound: https://packaging.python.org/en/latest/specifications/version-specifiers/ */
const pythonRange = /^((?:>=|~=|==|>)\s*)\d[\w.,<>=!* -]*$/;

/**
 * The requirement that asks for `version` in the way in which `requirement` asks for its own: the same operator, the same
 * number of parts before a wildcard, a range up to the next major version where it was a range. `undefined` for what cannot
 * be told.
 */
export function requirementLike(requirement: string, version: string, purl: string): string | undefined {
  const bare = bareVersion(version);
  const [, sign, parts, rest] = wildcard.exec(requirement) ?? [];
  if (parts !== undefined) {
    const numbers = /^\d+(?:\.\d+)*/.exec(bare)?.[0].split('.') ?? [];
    const wanted = parts.split('.').length;
    return numbers.length < wanted ? undefined : `${sign}${numbers.slice(0, wanted).join('.')}${rest}`;
  }
  const style = simple.exec(requirement)?.[1];
  if (style !== undefined) return `${style}${bare}`;
  const [, atLeast, between, below, cap = ''] = capped.exec(requirement) ?? [];
  if (atLeast !== undefined) return `${atLeast}${bare}${between}${below}${nextMajor(bare, cap)}`;
  const [, comma, end = ''] = mavenRange.exec(requirement) ?? [];
  if (comma !== undefined) return `[${bare}${comma}${nextMajor(bare, end)})`;
  const lower = purl.startsWith('pkg:pypi/') ? pythonRange.exec(requirement)?.[1] : undefined;
  if (lower !== undefined) return `>=${/\s*$/.exec(lower)?.[0] ?? ''}${bare}`;
  // A property of a pom.xml or a build file belongs to the old package: its value is not touched.
  return purl.startsWith('pkg:maven/') && /^\$\{?[\w.-]+\}?$/.test(requirement) ? bare : undefined;
}

/** With as many parts as the limit that it takes the place of: `<4.0.0` becomes `<3.0.0`. */
function nextMajor(version: string, old: string): string {
  const major = Number(/^\d+/.exec(version)?.[0] ?? 0) + 1;
  return [
    major,
    ...old
      .split('.')
      .slice(1)
      .map(() => 0),
  ].join('.');
}
