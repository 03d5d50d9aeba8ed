import type { TextRange } from '../../model.ts';

/** A license named in running text. */
export interface Mention {
  readonly id: string;
  readonly range: TextRange;
}

type Naming = readonly [id: string | ((match: RegExpMatchArray) => string | undefined), pattern: RegExp];

const version = String.raw`(?:[\s,，、(-]*(?:version|ver\.?|v\.?|第)?[\s-]*)`;

/** How licenses are called, the more particular names first: what one took, the next do not read again. */
const namings: readonly Naming[] = [
  [spdxHeader, /SPDX-License-Identifier:\s*([A-Za-z0-9.+-]+)/g],
  [
    mulanPublic,
    new RegExp(
      `(?:木兰公共许可证|Mulan\\s*Public\\s*License|Mulan\\s*-?PubL)${version}([12一二])?(?:\\.0)?\\s*版?`,
      'gi',
    ),
  ],
  [
    mulanPermissive,
    new RegExp(
      `(?:木兰宽松(?:软件)?许可(?:证|协议)|木兰(?:许可|协议|许可证)|Mulan\\s*Permissive\\s*Software\\s*License|Mulan\\s*-?PSL)${version}([12一二])?(?:\\.0)?\\s*版?`,
      'gi',
    ),
  ],
  [mulanPermissive, /license\.coscl\.org\.cn\/MulanPSL([2])?/gi],
  ['LicenseRef-Anti-996', /\bAnti[\s-]?996(?:\s*License)?|反\s*996\s*许可证/gi],
  ['LicenseRef-Commons-Clause', /\bCommons\s+Clause\b/gi],
  [
    gnuLong,
    /(?:GNU\s+)?(Affero\s+|Lesser\s+|Library\s+(?:or\s+Lesser\s+)?)?General\s+Public\s+Licen[cs]e\s*(?:\(["“']?([AL]?GPL)["”']?\))?(?:[\s,(]*(?:as\s+published\s+by\s+the\s+Free\s+Software\s+Foundation[;,]?\s*)?(?:either\s+)?(?:version|ver\.?|v\.?)?\s*([123](?:\.[01])?)\b(?!\s*(?:or|of)\s+\d))?(\s*(?:of the License,?)?\s*,?\s*\(?or\s*\)?(?:\s*\(?at your option\)?,?)?\s*(?:any\s*)?(?:later|newer)(?:\s*version)?)?/gi,
  ],
  [
    match => gnu('GFDL', match[1] ?? '1.1', match[2] !== undefined || match[1] === undefined),
    /GNU\s+Free\s+Documentation\s+Licen[cs]e(?:\s*\(GFDL\))?(?:[\s,(-]*(?:version\s*|v\.?\s*)?(1\.[123]))?(,?\s+or\s+(?:\(at your option\)\s+)?any\s+later)?/gi,
  ],
  [match => `AGPL-${normalVersion(match[1] ?? '3.0')}-only`, /\bAffero\s+GPL[\s-]*v?(?:ersion\s*)?([13](?:\.0)?)/gi],
  [
    gnuShort,
    /\b([AL]?GPL)(?:[\s-]*(?:licen[cs]e)?[\s,(-]*(?:version\s*|v\.?\s*)?([123](?:\.[01])?))?(\+|\s+or\s+(?:any\s+)?later|-or-later)?(?![A-Za-z])/g,
  ],
  [
    'Apache-2.0 WITH LLVM-exception',
    /\bApache(?:\s+Software)?(?:\s+Licen[cs]e)?[\s,-]*(?:version\s*|v\.?\s*)?2(?:\.0)?\s+with\s+(?:the\s+)?LLVM[\s-]exceptions?/gi,
  ],
  [
    'Apache-2.0',
    new RegExp(
      `\\bApache(?:\\s+Software)?(?:\\s+(?:Public\\s+)?(?:Licen[cs]e|协议|许可证))?${version}2(?:\\.0)?\\b(?!-(?:modified|custom|nc)\\b)|\\bASL\\s*2\\.0|\\bALv2\\b|apache\\.org/licenses/LICENSE-2\\.0(?:\\.txt|\\.html)?|opensource\\.org/licenses?/Apache-2\\.0`,
      'gi',
    ),
  ],
  ['Apache-1.1', /\bApache(?:\s+Software)?\s+Licen[cs]e[\s,-]*(?:version\s*|v\.?\s*)?1\.1/gi],
  [
    'BSD-3-Clause',
    /\b(?:3|three)[\s-]*clause[\s-]*\(?["“]?(?:new|revised|modified)?["”]?\)?[\s-]*BSD|\b(?:New|Revised|Modified)\s+BSD|\bBSD[\s-]*\(?(?:3|three)[\s-]*clause|opensource\.org\/licenses?\/BSD-3-Clause/gi,
  ],
  [
    'BSD-2-Clause',
    /\b(?:2|two)[\s-]*clause[\s-]*\(?["“]?(?:simplified|freebsd)?["”]?\)?[\s-]*BSD|\b(?:Simplified|Free)\s*BSD\s+licen[cs]e|\bBSD[\s-]*\(?(?:2|two)[\s-]*clause|opensource\.org\/licenses?\/BSD-2-Clause/gi,
  ],
  ['0BSD', /\b0BSD\b|\bBSD[\s-]*(?:0|zero)[\s-]*clause|\bzero[\s-]clause[\s-]BSD/gi],
  ['BSD-1-Clause', /\b(?:1|one)[\s-]*clause[\s-]*BSD|\bBSD[\s-]*\(?(?:1|one)[\s-]*clause/gi],
  ['MIT-0', /\bMIT-0\b|\bMIT\s+No\s+Attribution/g],
  [
    'MIT',
    /\bMIT(?:\/X11|\/Expat)?\b(?![-\s]+996)(?!-(?:NC|ND|SA|Plus|Modified|Custom|Enna|Festival|feh|Wu|open-group|testregex|advertising)\b)|opensource\.org\/licenses?\/mit(?:-license)?(?:\.php)?\b/g,
  ],
  ['ISC', /\bISC\b(?:\s+licen[cs]e)?/g],
  [
    match => `MPL-${normalVersion(match[1] ?? '2.0')}`,
    /\bMozilla\s+Public\s+Licen[cs]e(?:[\s,(-]*(?:version\s*|v\.?\s*)?([12]\.[01]))?|\bMPL[\s-]*v?(?:ersion )?([12]\.[01])|\bMPL[\s-]?v?2(?![\w.])/gi,
  ],
  [
    match => `EPL-${normalVersion(match[1] ?? match[2] ?? '2.0')}`,
    /\bEclipse\s+Public\s+Licen[cs]e(?:\s*-)?[\s,(-]*(?:version\s*|v\.?\s*)?([12](?:\.0)?)|\bEPL[\s-]*v?([12]\.0)/gi,
  ],
  [
    match => `EUPL-${match[1] ?? match[2] ?? '1.2'}`,
    /\bEuropean\s+Union\s+Public\s+Licen[cs]e[\s,(-]*(?:version\s*|v\.?\s*)?(1\.[012])|\bEUPL[\s,-]*(?:version\s*|v\.?\s*)?(1\.[012])/gi,
  ],
  [
    match => `AFL-${match[1] ?? '3.0'}`,
    /\bAcademic\s+Free\s+Licen[cs]e[\s,(-]*(?:version\s*|v\.?\s*)?([123]\.[012])/gi,
  ],
  [
    match => `CDDL-${match[1] ?? match[2] ?? '1.0'}`,
    /\bCommon\s+Development\s+and\s+Distribution\s+Licen[cs]e(?:\s*\(CDDL\))?[\s,(-]*(?:version\s*|v\.?\s*)?(1\.[01])|\bCDDL[\s-]*v?(?:ersion )?(1\.[01])/gi,
  ],
  ['BlueOak-1.0.0', /\bBlue\s+Oak\s+Model\s+Licen[cs]e(?:[\s,-]*(?:version\s*)?1\.0\.0)?|\bBlueOak-1\.0\.0\b/gi],
  ['BUSL-1.1', /\bBusiness\s+Source\s+Licen[cs]e\b(?:\s*1\.1)?|\bBUSL(?:-1\.1)?\b/gi],
  ['SSPL-1.0', /\bServer\s+Side\s+Public\s+Licen[cs]e\b|\bSSPL(?:-1\.0|v1)?\b/gi],
  ['Elastic-2.0', /\bElastic\s+Licen[cs]e(?:\s*v?2(?:\.0)?)?|\bElastic-2\.0\b/gi],
  ['BSL-1.0', /\bBoost\s+Software\s+Licen[cs]e(?:[\s,-]*(?:version\s*)?1\.0)?|\bBSL-1\.0\b/gi],
  ['Unlicense', /\bUnlicense\b|\bunlicense\.org/gi],
  ['WTFPL', /\bWTFPL\b|Do\s+What\s+The\s+F\S+\s+You\s+Want\s+To\s+Public\s+License/gi],
  ['Zlib', /\bzlib(?:\/libpng)?\s+licen[cs]e/gi],
  ['FTL', /\bFreeType\s+(?:Project\s+)?Licen[cs]e/gi],
  ['PostgreSQL', /\bPostgreSQL\s+Licen[cs]e/gi],
  ['Artistic-2.0', /\bArtistic\s+Licen[cs]e\s+2(?:\.0)?/gi],
  ['OFL-1.1', /\bSIL\s+Open\s+Font\s+Licen[cs]e|\bOFL[\s-]1\.1/gi],
  ['CC0-1.0', /\bCC0(?:[\s-]*1\.0)?\b|creativecommons\.org\/publicdomain\/zero\/1\.0/gi],
  [
    creativeCommons,
    /\bCC[\s-]*BY((?:[\s-]*(?:NC|ND|SA))*)(?:[\s-]*([1-4]\.[05]))?|creativecommons\.org\/licenses\/by((?:-(?:nc|nd|sa))*)\/([1-4]\.[05])/gi,
  ],
  [
    creativeCommonsLong,
    /(?:Creative\s+Commons\s+)?Attribution((?:[\s-]*(?:NonCommercial|Non-Commercial|NoDerivatives|NoDerivs|ShareAlike))*)[\s-]*([1-4]\.[05])\s*(?:International|Unported|Generic|国际)?/gi,
  ],
  [
    creativeCommonsLong,
    /署名((?:[\s-]*(?:非商业性使用|非商业性|禁止演绎|相同方式共享))*)[\s-]*([1-4]\.[05])\s*(?:国际)?/g,
  ],
];

/** The licenses that a text names, in order of appearance; no place is read twice. */
export function mentionsIn(text: string): readonly Mention[] {
  const found: Mention[] = [];
  // One byte for each place: a list of ranges would be gone through again for each of thousands of names.
  const taken = new Uint8Array(text.length);
  for (const [naming, pattern] of namings) {
    for (const match of text.matchAll(pattern)) {
      const range: TextRange = [match.index, match.index + match[0].length];
      const id = typeof naming === 'string' ? naming : naming(match);
      if (id === undefined || taken.subarray(...range).includes(1)) continue;
      taken.fill(1, ...range);
      found.push({ id, range });
    }
  }
  return found.sort((one, other) => one.range[0] - other.range[0]);
}

function spdxHeader(match: RegExpMatchArray): string | undefined {
  return match[1];
}

function mulanPermissive(match: RegExpMatchArray): string {
  return `MulanPSL-${/^[1一]$/.test(match[1] ?? '') ? '1' : '2'}.0`;
}

function mulanPublic(match: RegExpMatchArray): string {
  return `LicenseRef-MulanPubL-${/^[1一]$/.test(match[1] ?? '') ? '1' : '2'}.0`;
}

function gnuLong(match: RegExpMatchArray): string | undefined {
  const family = /affero/i.test(match[1] ?? '')
    ? 'AGPL'
    : /l/i.test(match[1]?.[0] ?? '')
      ? 'LGPL'
      : (match[2] ?? 'GPL');
  return gnu(family, match[3], match[4] !== undefined);
}

function gnuShort(match: RegExpMatchArray): string | undefined {
  return gnu(match[1] ?? 'GPL', match[2], match[3] !== undefined);
}

/** Without a version nothing can be said that SPDX has an id for. */
function gnu(family: string, written: string | undefined, later: boolean): string | undefined {
  if (written === undefined) return undefined;
  return `${family}-${normalVersion(written)}-${later ? 'or-later' : 'only'}`;
}

function normalVersion(written: string): string {
  return written.includes('.') ? written : `${written}.0`;
}

function creativeCommons(match: RegExpMatchArray): string | undefined {
  const parts = match[1] ?? match[3] ?? '';
  return creativeCommonsId(parts.toUpperCase(), match[2] ?? match[4] ?? '4.0');
}

function creativeCommonsLong(match: RegExpMatchArray): string | undefined {
  const words = match[1] ?? '';
  const parts = [
    /non-?commercial|非商业/i.test(words) ? 'NC' : '',
    /noderiv|禁止演绎/i.test(words) ? 'ND' : '',
    /sharealike|相同方式/i.test(words) ? 'SA' : '',
  ];
  return creativeCommonsId(parts.join('-'), match[2] ?? '4.0');
}

function creativeCommonsId(parts: string, number: string): string {
  const kept = ['NC', 'ND', 'SA'].filter(part => parts.includes(part));
  return ['CC-BY', ...kept, number].join('-');
}
