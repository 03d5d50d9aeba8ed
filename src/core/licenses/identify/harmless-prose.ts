import { limits } from './limiting-words.ts';
import { isMereName, namesPurpose } from './mere-names.ts';
import { mentionsIn } from './names.ts';
import { isRestricting } from './restrictions.ts';
import { inOneWord, mayMakeTerms } from './statements.ts';

/**
 * Sentences of a few kinds that stand beside licenses in many wordings and change nothing: entries of lists of parts,
 * grants of what the license grants anyway, words to contributors, trademarks of others, pointers to a text. Each kind is
 * a small grammar. What it leaves open is a name, and a name holds no word with which terms are made.
 */
export function isHarmlessProse(text: string): boolean {
  return (
    isGrantInChinese(text) ||
    isOnTrademarks(text) ||
    isLink(text) ||
    isContact(text) ||
    isCitation(text) ||
    isFunding(text) ||
    isOnLaterChanges(text) ||
    isKnownForm(text)
  );
}

/** Made of harmless words alone, so that words which elsewhere restrict cannot: "for commercial and private projects". */
export function isOfHarmlessWords(text: string): boolean {
  return isGrant(text) || isOnContributions(text);
}

/** `IcoMoon Free - https://...`: a name in large letters, and where it is. */
function isLink(text: string): boolean {
  const name = /^(\p{Lu}[\w.+&'’-]*(?: [\p{Lu}\d][\w.+&'’-]*){0,4})\s?[-–—:] <?https?:\S+>?[.,]?$/u.exec(text)?.[1];
  if (name === undefined || limits(name) || namesPurpose(name)) return false;
  return !/licen[cs]e|terms|agreement|eula/i.test(name) || mentionsIn(name).length > 0;
}

const address = String.raw`(?:<?https?:\S+?>?|<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?|\[[^\]]{1,60}\]\([^()\s]{1,120}\))`;
const matters = `(?:questions?|comments?|suggestions?|complaints?|performance data|patches|feedback|bugs?|bug reports?|problems?|issues?|help|(?:more|further) (?:information|details))`;
const contact = new RegExp(
  `^(?:(?:for|if you have) (?:any )?(?:other |further )?${matters}(?:(?:,| or| and)+ ${matters})*,? )?(?:please )?(?:feel free to )?(?:contact|e-?mail|write to|reach out to)(?: (?:us|me|the (?:authors?|maintainers?|developers?|team)))?(?: (?:at|via|by e-?mail|on))*:? ${address}(?:(?:,| or| and)+ ${address}){0,3}(?: (?:if you have|for|with) (?:any )?${matters}(?:(?:,| or| and)+ ${matters})*)?[.!]?$`,
  'i',
);

const sending = new RegExp(
  String.raw`^(?:please )?(?:send|direct|address|mail|report) (?:any |your |all )?${matters}(?:(?:,| or| and)+ ${matters})*(?:,? etc\.?)? (?:to|at):? ${address}[.!]?$`,
  'i',
);

/** "Please contact jane@example.org": it does not say when one has to. */
function isContact(text: string): boolean {
  return contact.test(text) || sending.test(text);
}

const fundingWords = new Set(
  `a agency agencies and as at award awards by center commission contract contracts council development department european
  federal foundation from fund funded funding funds generous government grant grants has in institute institutes international
  is made ministry national nos no number numbers of office part partial partially partly possible project program programme
  received research science sciences software sponsored support supported supporting the these this through under union university
  was were with work works`
    .trim()
    .split(/\s+/),
);

/** "This work was supported in part by funding from ...": whom an author thanks for money. */
function isFunding(text: string): boolean {
  if (
    text.length > 500 ||
    /\bis (?:with|for|to)\b|\b(?:dues|yearly|monthly)\b/i.test(text) ||
    !/\b(?:was|is|has been|were) (?:partially |partly |generously )?(?:supported|funded|sponsored|made possible)\b/i.test(
      text,
    )
  )
    return false;
  if (
    !/^(?:this|the|part of this|parts of this) (?:\w+ )?(?:work|software|project|research|development|program|library)\b/i.test(
      text,
    )
  )
    return false;
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.every((word, index) => fundingWords.has(word.toLowerCase()) || (index > 0 && isProperName(word)));
}

function isProperName(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !mayMakeTerms(word) && !inOneWord.test(word) && !namesPurpose(word);
}

/** A reference to a publication as BibTeX writes it. */
function isCitation(text: string): boolean {
  if (text.length > 2_000 || isRestricting(text) || /\b(?:only|must|shall|no|not|members?|customers?)\b/i.test(text))
    return false;
  const rest = text.replace(
    /\b(?:author|title|booktitle|year|date|location|editor|publisher|address|isbn|issn|doi|url|journal|volume|number|pages|month|eprint|archiveprefix|primaryclass|series|school|institution)\s*=\s*[{"][^{}"]{0,600}[}"],?/gi,
    ' ',
  );
  return rest !== text && /^(?:@\w+\{[\w:-]*,)?[\s{},]*$/.test(rest.trim());
}

const grantWords = new Set(
  `a all also an and any anyone anything are be build built by can code copied copy distribute distributed either everyone
  feel file files for free freely fork in incorporate is it its library may means merge modify modified modifications or
  package part program programs project projects publish published purpose purposes redistribute redistributed reuse reused
  sell share shared software sublicense take the them these this to tool use used using way whatever with works you your
  adapt into everywhere really whatever want do please enjoy happy modules module change changed changes improve extend`
    .trim()
    .split(/\s+/),
);
/** Together they leave nothing out; alone, each would limit the grant: "in your personal projects", "in source form". */
const bothKinds =
  /\b(?:commercial projects, open[- ]source projects|commercial(?:ly)?(?:,| and| or|\/| as well as) (?:also )?(?:non-?commercial(?:ly)?|personal(?:ly)?|private(?:ly)?|open[- ]source)|(?:non-?commercial(?:ly)?|personal(?:ly)?|private(?:ly)?|open[- ]source)(?:,| and| or|\/| as well as) (?:also )?(?:for )?commercial(?:ly)?|(?:either )?(?:in|as) (?:the )?source(?: code)?(?: form)?,? (?:or|and) (?:in |as )?(?:an? )?(?:compiled )?(?:binary|object)(?: code)?(?: forms?)?|including commercial(?:ly)?(?: (?:use|purposes?|projects?))?|without (?:any )?restrictions?|without limitations?|free of charge|at no cost|for free(?=[\s.!]*$)|of course)\b/gi;

/** "You can use it in your projects": it grants what the license grants. Nothing in it names a purpose or a person. */
function isGrant(text: string): boolean {
  if (text.length > 300) return false;
  const bare = text
    .toLowerCase()
    .replace(/https?:\S+/g, ' ')
    .replace(bothKinds, ' any ');
  if (
    !/\b(?:you|anyone|everyone|feel)\b.*\b(?:free to|can|may|freely)\b|\bfeel free\b|\bmay be\b.*\bfreely\b|\bmay (?:freely )?be\b.*\bany purpose\b/.test(
      bare,
    )
  )
    return false;
  const words = bare.match(/[\p{L}'’-]+/gu) ?? [];
  // "To build free software" says for what.
  if (/\bfree(?! to\b)/.test(bare)) return false;
  return words.length > 3 && words.every(word => grantWords.has(word));
}

const grantsInChinese =
  /^(?:请|欢迎|您|你|大家|任何人|所有人|都|均|可以|可|能|自由|免费|任意|随意|放心|地|的|使用|修改|复制|拷贝|分发|传播|下载|集成|学习和使用|享受|参与|和|与|或|并|及|以及|、|，|,|本|该|此|这个|软件|项目|代码|源码|源代码|框架|组件|程序|库|工具|系统|开源|完全|永久|无需授权|无需付费|也|且|到|在|于|自己|任何|其|商业和非商业|个人和商业|商业及个人|个人及商业|个人或商业|商业或个人|个人、商业|商用|用于商业|商业用途和个人用途|目的|用途|场景|中|贡献|讨论|点赞|反馈|！|!|。|\.|\s|~|～)+$/u;

/** The same in Chinese: "请自由地享受和参与开源", "可免费商用". */
function isGrantInChinese(text: string): boolean {
  if (text.length > 60 || !/\p{Script=Han}/u.test(text)) return false;
  if (/不|未|无(?!需授权|需付费)|仅|只|须|必须|应|除|非(?!商业和|商业及)/.test(text.replace(/商业和非商业/g, '')))
    return false;
  return /自由|免费|欢迎|可以|可商用|开源/.test(text) && grantsInChinese.test(text);
}

const contributionWords = new Set(
  `a above accept accepted acceptance additional agree agreement all and any apache apache-2.0 are as be both by code comment commit
  conditions content contribute contributed contributes contributing contribution contributions contributor contributors copyright
  defined developer dual dual-licensed each either explicitly for from given hereby if in inclusion intentionally into is it its
  license licensed licenses licensing made make makes mit of on or otherwise our patch patches project pull
  released releases repository library crate package request requests same shall software state stated submission submit submitted submits submitting
  such terms that the their they this through to under unless via we will with without work works you your required no assignment
  owner owners pull-request pull-requests herein holds over retain retains retained authors author granted material provided documentation`
    .trim()
    .split(/\s+/),
);

/** "Unless you explicitly state otherwise, any contribution ... shall be licensed as above": it binds who gives, not who takes. */
export function isOnContributions(text: string): boolean {
  if (text.length > 500 || !/licen[cs]|copyright/i.test(text)) return false;
  // "Contributions are required" is a term for those who use the work.
  if (
    /\brequired\b(?! to contribute)|\b(?:shall|will|are) be (?:made|submitted|given|provided|contributed)\b/i.test(text)
  )
    return false;
  if (
    !/^(?:unless you (?:explicitly )?state otherwise, |note that )?(?:by contribut|by submitting|if you (?:contribute|submit)|(?:any|all|each|your)? ?contributions?\b|contributors?\b|no copyright assignment)/i.test(
      text,
    )
  )
    return false;
  const bare = text.replace(
    /https?:\S+|[“"][^“”"]{1,40}[”"]|\b[\w.-]+\/[\w.-]+\b|`[^`]{1,40}`|(?<=\b(?:to|in|into) )(?:the )?[\w.-]+ (?=project\b|repository\b|library\b|package\b|crate\b)/gi,
    ' ',
  );
  const words = bare.toLowerCase().match(/[\p{L}\d][\p{L}\d.'’-]*/gu) ?? [];
  return words.every(word => contributionWords.has(word.replace(/[.'’-]+$/, '')));
}

const trademarkWords = new Set(
  `a all and any are brand brands companies company copyrights herein here holders images in is its logo logos marks may be mentioned
  name names of or other owned owners product products properties property referenced registered respective service services
  their the these this trade trademark trademarks used website documentation belong to do not imply endorsement trademarked`
    .trim()
    .split(/\s+/),
);

/** "All trademarks are the property of their respective owners." */
function isOnTrademarks(text: string): boolean {
  if (
    text.length > 300 ||
    !/^(?:all|any|other|the|these|product|company|trade)\b.*\brespective (?:owners?|holders?|companies)\b/i.test(text)
  )
    return false;
  const words = text.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return (
    /\b(?:trade|service )?marks?|trademarks?|names?|logos?\b/i.test(text) &&
    words.every(word => trademarkWords.has(word))
  );
}

const licenseText = `(?:licen[cs]es?|licen[cs]e (?:texts?|files?|terms|information|notices?)|copyright notices?)`;
const others = `(?:third[- ]party|bundled|external|vendored|upstream)`;
/** Parts of a work: what a sentence says of the work itself may be a term. */
const ofParts = `(?:${others} (?:code|content|software|works?|library|package)|contents|files|components|parts|portions|libraries|modules|packages|dependencies|materials|assets|examples|directories|sub-?projects)`;

/** Forms of sentences; what stands in their gaps has to be a name. */
const forms: readonly RegExp[] = [
  // Other people's parts keep their licenses.
  new RegExp(
    `^(?:(?:all|any|the|these|those|each|some|other|${others}|existing|included) )*${ofParts}(.{0,80}?) (?:retains?|keeps?|has|have|remains? under|(?:is|are|remains?) (?:licensed|covered|governed|distributed|released|provided|subject)?(?: ?(?:under|by|to))?) (?:its|their|the)(?: own| original| respective| individual){1,2} (?:open[- ]source )?(?:copyrights? and )?(?:${licenseText}|licensing|copyrights?)(?:,? (?:as )?(?:described|listed|shown|stated|reproduced|included|found|given) (?:below|above|here|in .{1,60}))?[.:]?$`,
    'i',
  ),
  // Where the text stands.
  new RegExp(
    String.raw`^(?:(?:the|a|an|this|that|complete|full|original|corresponding|copy of|copies of|entire|text of) )*((?:[\w.'’+-]+ ){0,3}?)${licenseText}(?: (?:of|for) (.{1,60}?))? (?:(?:can|may|could) (?:also )?be|is|are) (?:also )?(?:found|read|seen|obtained|viewed|available|included|reproduced|located|provided|listed|printed|given|shown|attached)(?: (?:at|in|on|from|below|above|here|under|online|with|along))*\b(.{0,120})$`,
    'i',
  ),
  /^(?:for (?:the )?(?:specific |full |exact |complete |more )?(?:licensing|licen[cs]e|authorship|copyright)(?: terms| information| details| text)?,? )(?:please )?(?:see|consult|refer to|check)\b(.{0,160})$/i,
  /^(?:short|long(?:er)?|full|legal|human[- ]readable) (?:version|summary)(?: (?:of .{1,40}|for non-lawyers))?:?$/i,
  /^(?:nota bene|note|n\.?b\.?):? this is (?:the )?same (?:licen[cs]e )?as (.{1,60}?)(?: own)? licen[cs]e\.?$/i,
  // Whose the copyrights are.
  /^copyrights? (?:in|to|of|for|on) (.{1,80}?) (?:is|are|remains?) (?:retained|held|owned|kept) by (?:its|their|the|his|her) (?:respective |original )?(?:contributors?|authors?|owners?|holders?|creators?)(.{0,60})$/i,
  // Received, or not.
  /^you should have received (?:a copy|copies) of the (.{1,60}?)(?:licen[cs]es?|dedication)(?: and the (.{1,60}?)licen[cs]es?)?(?:,? (?:along|together) with this \w+)?[.;]?(?: if not,? (?:please )?see)?(.{0,100})$/i,
  /^if you did not receive a copy of (?:the|this) licen[cs]e with this \w+,? (?:please )?see (.{0,100}?)(?: to obtain a copy)?\.?$/i,
  /^the definitive version of this document should be available at (.{1,160})$/i,
  // Which part a text is for.
  /^(?:the|this|these|following) (.{1,60}? )?licen[cs]e applies to (?:the )?(?:following )?(.{1,100}?):?$/i,
  /^(?:the|this) (.{1,40}? )?licen[cs]e applies to all parts of (.{1,40}?) that are not externally maintained(?: libraries| codes?| components| files)?\.?$/i,
  /^(?:the )?(?:externally maintained|third[- ]party|bundled|vendored|included) (?:libraries|components|packages|codes?|software|files)(?: used)?(?: (?:by|in|with) (.{1,60}?))? (?:is|are|include)(?: parts? of)?:?$/i,
  /^the following (?:terms|licen[cs]es?|conditions|notices?|text) (?:apply|applies) to (.{1,100}?):?$/i,
  /^(?:the )?(?:original )?(?:[\w.-]+ ){0,2}licen[cs]es? retained:?$/i,
  /^(.{1,80}?) (?:licen[cs]e follows|licen[cs]e is as follows|is licensed as follows)(?:, also included at the header of (.{1,40}?) which contains the licensed code)?:?$/i,
  /^((?!(?:the|this|that|it|some|parts?|most|rest)\b).{1,60}?) (?:also )?(?:uses?|has|have|carr(?:y|ies)|(?:comes?|ships?) with) (?:the |an? )?(?:(?!another|different|separate|other|special|custom|own)(.{0,40}?))licen[cs]es?(?: (?:text )?(?:below|above|as follows))?[.:]?$/i,
  // Google's grant of patents beside its BSD licenses: more than the license grants.
  /^(?:additional ip rights grant \(patents\)|["“]?th(?:is|ese) implementations?["”]? means the copyrightable works (?:that implement .{1,60}? )?distributed by (?:google|the webm project) as part of .{1,60})$/i,
  /^google hereby grants to you a perpetual, worldwide, non-exclusive, no-charge, royalty-free, irrevocable \(except as stated in this section\) patent license to make, have made, use, offer to sell, sell, import, transfer,? and otherwise run, modify and propagate the contents of th(?:is|ese) implementations?(?: of (.{1,40}?))?, where such license applies only to those patent claims, both currently owned by google and acquired in the future, licensable by google that are necessarily infringed by th(?:is|ese) implementations?(?: of (.{1,40}?))?\.?$/i,
  /^this grant does not include claims that would be infringed only as a consequence of further modification of th(?:is|ese) implementations?\.?$/i,
  /^if you or your agent or exclusive licensee institute or order or agree to the institution of patent litigation (?:or any other patent enforcement activity )?against any entity \(including a cross-claim or counterclaim in a lawsuit\) alleging that (?:any of )?th(?:is|ese) implementations?(?: of (.{1,40}?))? or any (?:code|contribution) incorporated within (?:any of )?th(?:is|ese) implementations?(?: of (.{1,40}?))? constitutes? direct or contributory patent infringement,? or inducement of patent infringement, then any patent (?:rights|license) granted to you under this (?:license|grant) for th(?:is|ese) implementations?(?: of (.{1,40}?))? shall terminate as of the date such litigation is filed\.?$/i,
  // Parts and their terms.
  /^(?:retrieved|downloaded|obtained|imported) from (.{1,160})$/i,
  /^all (?:other )?contributions(?: by (.{1,40}?))?:?(?: copyright (.{1,80}))?$/i,
  /^((?:[\w./@-]+, ){1,30}[\w./@-]+,? and [\w./@-]+) licen[cs]es?:?$/i,
  /^(?:(?:the|some|all) )?(?:pieces|parts|portions|files|sections) of (?:the )?code covered by (.{1,80}?) are marked as such\.?$/i,
  /^(.{1,120}?) (?:is|are) redistributed within (?:all |the )?(.{1,80}?) packages?\.?$/i,
  /^(?:(?:unless|except) (?:as |where )?(?:otherwise )?(?:specified|stated|noted)(?: below| otherwise)?,? )?(?:all|the|this|these|those|some) (.{0,90}?) ?(?:is|are) (?:hereby )?(?:placed |released )?(?:in|into|to) the public domain(?: by (.{1,60}?))?\.?$/i,
  /^(.{1,60}?) has no copyright assigned and (?:is|are) placed in the public domain\.?$/i,
  /^(.{1,60}?) (?:changes|modifications) (?:to (.{1,40}?) )?are in the public domain\.?$/i,
  /^(?:please )?(?:refer to|see|consult) (.{1,60}?) for (?:more |further |the |full )*(?:details|information)(?: (?:on|about|of|regarding) (.{1,60}?))?\.?$/i,
];

/** "Later changes are subject to the MIT license in ../LICENSE": of a license that has a name, or of one that nobody knows. */
const laterChanges =
  /^(?:all )?(?:later|earlier|further|subsequent|newer|new|other) (?:changes|modifications|additions|versions|releases) (?:are|were|will be) (?:subject to|under|licensed under|released under|covered by) (?:the )?(.{1,60}?)(?: licen[cs]e)?(?: in (\S+))?\.?$/i;

function isOnLaterChanges(text: string): boolean {
  const found = text.length > 200 ? null : laterChanges.exec(text);
  return found !== null && mentionsIn(found[1] ?? '').length > 0 && isMereName(found[1] ?? '');
}

/** "Later changes are licensed under the Foo terms" */
export function isOnOtherChanges(text: string): boolean {
  return text.length <= 400 && laterChanges.test(text) && !isOnLaterChanges(text);
}

function isKnownForm(text: string): boolean {
  if (text.length > 900) return false;
  return forms.some(form => {
    const found = form.exec(text);
    return found?.slice(1).every(gap => gap === undefined || isMereName(gap));
  });
}
