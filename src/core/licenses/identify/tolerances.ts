/** The words around a difference, and the license in which it is. */
export interface Place {
  readonly id: string;
  /** Up to four normal words before and after, joined by blanks. */
  readonly before: string;
  readonly after: string;
}

interface Tolerance {
  readonly removed: RegExp;
  readonly added: RegExp;
  readonly ids?: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const nothing = /^$/;

/**
 * Small differences from the text on the SPDX list that change nothing. Gathered from license files of published
 * packages; every entry was read.
 */
const tolerances: readonly Tolerance[] = [
  // Numbers and letters of lists, where lines are broken elsewhere or the list is written without them.
  { removed: /^(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})(?: |$)){1,3}$/, added: nothing },
  { removed: nothing, added: /^(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})(?: |$)){1,3}$/ },
  // MIT as X.Org prints it.
  { removed: nothing, added: /^including the next paragraph$/ },
  { removed: /^including the next paragraph$/, added: nothing },
  // "THIS IS PROVIDED BY ..." in BSD licenses.
  { ids: /^BSD/, removed: /^software$/, added: nothing, after: /^(is provided by|even if advised)/ },
  // "The name of the author may not be used ...", and "Neither the name of X may be used ..."
  { ids: /^BSD/, removed: /^(?:neither|nor the names(?: of §)?|nor the name of §)$/, added: nothing },
  // BSD-3-Clause as of 1999: "The names of any contributors may not be used ..."
  { ids: /^BSD/, removed: /^neither the name of § nor$/, added: nothing },
  { ids: /^BSD/, removed: nothing, added: /^not$/, before: /(?:contributors|§) may$/, after: /^be used to endorse/ },
  // "Redistributions must retain the copyright notice", as KDE writes it.
  { ids: /^BSD/, removed: /^above$/, added: nothing, after: /^copyright notice/ },
  { ids: /^BSD/, removed: /^of$/, added: nothing, before: /the name$/ },
  { ids: /^mplus$/, removed: /^softwares$/, added: /^software$/, before: /fonts are free$/ },
  // Unicode's license of 2004 to 2007.
  {
    ids: /^Unicode-DFS/,
    removed: /^data files do not include pdf online code charts under the directory http www unicode org public$/,
    added: nothing,
  },
  { ids: /^Unicode-DFS/, removed: /^this$/, added: /^(?:[ab] )?(?:both )?the above$/, after: /^copyright/ },
  { ids: /^Unicode-DFS/, removed: nothing, added: /^notice s$/, after: /^and/ },
  { ids: /^Unicode-DFS/, removed: nothing, added: /^this$/, after: /^permission notice/ },
  { ids: /^MIT-0$/, removed: nothing, added: /^subject to the following conditions$/ },
  { ids: /^CDDL/, removed: /^modification$/, added: /^modifications$/ },
  // Whose the files are, which changed with the versions of Qhull.
  {
    ids: /^Qhull$/,
    removed: /^(?:is|as noted above)?$/,
    added:
      /^(?:files derived from|1 0 are|by the geometry center the remaining files are copyrighted by c b barber|c b barber and)?$/,
  },
  // Years of the Python Software Foundation's own copyright, which grow with each version.
  { ids: /^(?:PSF|Python)-/, removed: /^(?:\d{4} ?)*$/, added: /^(?:\d{4} ?)*$/ },
  { ids: /^Python-/, removed: nothing, added: /^copyright c 1991 1995 stichting mathematisch centrum amsterdam$/ },
  // ISC as Nominum printed it.
  { ids: /^ISC$/, removed: /^or$/, added: nothing, before: /modify and$/ },
  { ids: /^ISC$/, removed: nothing, added: /^and its documentation$/, before: /this software$/ },
  // "Consent" instead of "permission", which says the same.
  { ids: /^BSD/, removed: /^permission$/, added: /^consent$/, before: /prior written$/ },
  { ids: /^BSD/, removed: /^by §$/, added: nothing, before: /software is provided$/, after: /^as is/ },
  { ids: /^BSD/, removed: /^the above$/, added: nothing, before: /must retain$/, after: /^copyright notice/ },
  { ids: /^Zlib/, removed: /^may not$/, added: /^cannot$/, before: /this notice$/ },
  { removed: /^express$/, added: /^expressed$/, after: /^or implied/ },
  // Words between the copyright notice and the grant.
  { removed: /^(?:copyright and permission notice|all rights reserved)$/, added: nothing },
  {
    ids: /^bzip2/,
    removed: /^this program bzip2 the associated library libbzip2 and all documentation are$/,
    added: nothing,
  },
  {
    ids: /^bzip2/,
    removed: /^(?:julian seward jseward bzip org )?(?:bzip2 libbzip2 version )?[\d ]*(?: ?of \d+ \w+ \d{4})?$/,
    added: /^[\d ]*(?:of \d+ \w+ \d{4})?$/,
  },
  { ids: /^bzip2/, removed: /^bzip$/, added: /^acm$/, before: /jseward$/ },
  { ids: /^TCL$/, removed: /^this software is copyrighted by the regents .{0,300}$/, added: nothing },
  // Whose the software is.
  {
    ids: /^(?:HPND|MIT-CMU|OLDAP|SMLNJ)/,
    removed: /^(?:openvision|copyright holder|lucent technologies|technologies|m i t|the authors?)?$/,
    added: /^(?!.*\b(?:not|no|only|must|shall|may|use)\b)(?:[\p{L}\d]+ ?){0,5}$/u,
    after: /^(?:makes? no representations|disclaims? all warranties|permission to use copy)/,
  },
  { ids: /^GFDL/, removed: /^copyleft$/, added: /^licenses$/ },
  { removed: /^damage$/, added: /^damange$/ },
  // BSD-3-Clause as Yahoo wrote it: "use of this software", "permission of Yahoo".
  { ids: /^BSD/, removed: nothing, added: /^of this software$/, before: /redistribution and use$/ },
  { ids: /^BSD/, removed: nothing, added: /^of (?:the )?(?:[a-z0-9]+ ?){1,4}$/, before: /prior written permission$/ },
  // Creative Commons prints notes between its title and its license.
  {
    ids: /^CC-/,
    removed: nothing,
    added: /^(?:more )?considerations for (?:licensors|licensees|the public)(?: wiki creativecommons org.{0,60})?$/,
  },
  { ids: /^CC-/, removed: nothing, added: /^wiki creativecommons org.{0,60}$/ },
  // HPND as the X.Org projects print it.
  { ids: /^HPND/, removed: nothing, added: /^appear$/, after: /^in supporting documentation/ },
  // Spelling and grammar.
  { ids: /^Apache-2/, removed: /^i$/, added: /^properties$/, before: /control means$/ },
  { removed: /^name$/, added: /^names$/, after: /^of §/ },
  { removed: /^names$/, added: /^name$/, after: /^of §/ },
  { removed: /^acknowledgments?$/, added: /^acknowlegements?$/ },
  { ids: /^EPL/, removed: /^additions to$/, added: /^additionsto$/ },
  // The licenses that the text names in its own list letters, as Mozilla prints it and SPDX does not.
  { ids: /^MPL-2/, removed: nothing, added: /^under patent claims infringed by covered software in the absence of$/ },
  // GNU licenses of different printings; the title stands above the terms again, or not.
  {
    ids: /^LGPL-2/,
    removed: /^gnu (?:lesser|library) general public license$/,
    added: nothing,
    after: /^terms and conditions/,
  },
  { ids: /GPL/, removed: /^lesser$/, added: /^library$/, after: /general public license/ },
  // Apache-1.1 of the foundation's projects carries their names, and seldom the note on NCSA.
  { ids: /^Apache-1\.1$/, removed: nothing, added: /^(?:or )?(?:jakarta|xerces|xalan|ant|tomcat|xml)[ a-z]{0,20}$/ },
  {
    ids: /^Apache-1\.1$/,
    removed: /^portions of this software are based upon public domain software .{0,120}$/,
    added: nothing,
  },
  { ids: /^Apache-1\.1$/, removed: /^name$/, added: /^names$/ },
  { ids: /^Apache-1\.1$/, removed: /^apache$/, added: /^the jakarta project commons$/ },
  { ids: /^Apache-1\.1$/, removed: /^software foundation$/, added: /^group$/ },
  { ids: /^W3C/, removed: nothing, added: /^world wide web consortium$/ },
  { ids: /^MPL-1/, removed: /^(?:sections?|(?:\d{1,2} ){2,}and)$/, added: /^(?:sections?)?$/ },
  { ids: /^MPL-1/, removed: nothing, added: /^representations$/ },
  // Years of the text's own copyright.
  { removed: /^(?:19|20)\d\d$/, added: /^(?:19|20)\d\d$/ },
  // The Business Source License leaves its last paragraphs to the one who prints it.
  {
    ids: /^BUSL/,
    removed:
      /^(license|2017|license text copyright .*|mariadb hereby grants you permission to use this license .*|covenants of licensor .*)$/,
    added: /^(c )?(2020|2023|2024)?$/,
  },
  // Markdown numbers lists in other signs.
  { ids: /^CC0/, removed: /^a$/, added: /^i$/, before: /in paragraph 4$/ },
  { ids: /^BSD-3-Clause-No-Nuclear/, removed: /^microsystems$/, added: /^midrosystems$/ },
  { ids: /^exception:Classpath/, removed: nothing, added: /^version 2$/, before: /general public license$/ },
  // CC0 without its preface.
  { ids: /^CC0/, removed: /^creative commons corporation is not a law firm .{0,700}$/, added: nothing },
];

/** May the license have `added` where its standard text has `removed`? Both in normal words, joined by blanks. */
export function isTolerated(removed: string, added: string, place: Place): boolean {
  // The last also where a word is divided at the end of a line.
  if (removed.replaceAll(' ', '') === added.replaceAll(' ', '')) return true;
  if (removed !== '' && isSameButForNumber(removed, added)) return true;
  return tolerances.some(
    one =>
      one.removed.test(removed) &&
      one.added.test(added) &&
      (one.ids?.test(place.id) ?? true) &&
      (one.before?.test(place.before) ?? true) &&
      (one.after?.test(place.after) ?? true),
  );
}

/** "Notices" for "notice", "the author disclaims" for "the authors disclaim": each word but for an s at its end. */
function isSameButForNumber(removed: string, added: string): boolean {
  const bare = (words: string) => words.replace(/(?<=\p{L}{3})s\b/gu, '');
  return bare(removed) === bare(added);
}
