/**
 * Sentences that stand beside licenses again and again, known by their beginnings, and that neither grant nor limit
 * anything: notices prescribed by the licenses, and the prose of well-known projects. Each was read where it stands.
 */
const beginnings: readonly RegExp[] = [
  // What the GNU licenses and Apache-2.0 tell authors to put into their files.
  /^(?:you can|it is free software[,;:] you can|this (?:program|library|file|software|package) is free software[,;:]? you can) redistribute (?:it|them) and\/or modify (?:it|them) under the terms of (?:the|version)/i,
  /^(?:this (?:program|library|file|software|package)|it) is free software\b.{0,20}$/i,
  /^either version \d(?:\.\d)?(?: of the License)?, or \(?at your option\)? any later version/i,
  /^(?:\S+ ){1,6}is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY/i,
  /^without even the implied warranty of MERCHANTABILITY or FITNESS/i,
  /^See the GNU (?:Lesser |Affero |Library )?General Public License for more details/i,
  /^You should have received a copy of the GNU/i,
  /^If not, (?:see|write to)/i,
  /^you may not use (?:this|these|the) (?:file|work|software|project)s? except in compliance with the License/i,
  /^You may obtain a copy of the License at/i,
  /^Unless required by applicable law or agreed to in writing, software distributed under the License is distributed on an .?AS IS/i,
  /^See the License for the specific language governing permissions/i,
  /^The views and conclusions contained in the software and documentation are those of the authors/i,
  /^(?:This General Public License does not permit incorporating your program into proprietary programs|If your program is a subroutine library, you may consider it more useful to permit linking|If this is what you want to do, use the GNU (?:Lesser|Library) General Public License instead|The hypothetical commands)/i,
  /^This Source Code Form is subject to the terms of the Mozilla Public License/i,
  /^If a copy of the MPL was not distributed with this file/i,
  // Marks that version control puts into files.
  /^\$?(?:Id|Header|Revision|Date|Author)\b.{0,120}$|^\S+,v \d[\d.]* \d{4}\//i,
  // Mulan.
  /^EITHER EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO NON-?INFRINGEMENT/i,
  /^(?:您可以根据本木兰|您可以在以下位置获取|本“?软件”?按“?现状)/,
  /^You can use this software according to the terms and conditions of the Mulan/i,
  /^THIS SOFTWARE IS PROVIDED ON AN .?AS IS.? BASIS, WITHOUT WARRANTIES OF ANY KIND, EITHER EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO NON-?INFRINGEMENT/i,
  /^See the Mulan P\w+ v[12] for more details/i,
  // Tencent's preface.
  /^Tencent is pleased to support the (?:open source )?community by making/i,
  /^If you have downloaded a copy of the .{1,80} (?:binary|source code)[^.]* from (?:Tencent|THL A29)[^.]*, please note that (?:the )?.{1,80} is licensed under the/i,
  /^Your integration of .{1,80} into your own projects may require compliance with/i,
  /^A copy of (?:the )?.{1,60} License is included in this file/i,
  /^(?:If you|Should you) (?:have downloaded|download) .{1,120} from Tencent/i,
  // Creative Commons.
  /^The text of the Creative Commons public licenses is dedicated to the public domain/i,
  /^(?:Considerations for licens(?:ors|ees)|More considerations for)/i,
  // lodash, jQuery UI, LLVM, pexpect, Docutils and others.
  /^This software consists of voluntary contributions made by many individuals/i,
  /^For exact contribution history, see the revision history/i,
  /^(?:Sample )?code is defined as all source code displayed within the prose/i,
  /^Copyright and related rights for sample code are waived via/i,
  /^Files located in the node_modules and vendor directories are externally maintained/i,
  /^we recommend you read them, as their terms may differ from the terms above/i,
  /^The following license applies to all parts of this software except as documented below/i,
  /^Unless (?:stated otherwise|otherwise stated),? all works are:?$/i,
  /^The complete list of contributors can be found at/i,
  /^As a user of this code you may choose to use it under either license/i,
  /^As a contributor, you agree to allow your code to be used under both/i,
  /^Used with permission\.?$/i,
  /^This license is approved by the OSI and FSF as GPL-compatible/i,
  /^If the GPL suits your project better you are also free to use/i,
];

/** Is the sentence, its blanks made single, one of those? Only when it is no longer than such sentences are. */
export function isSetPhrase(text: string): boolean {
  return text.length < 700 && beginnings.some(beginning => beginning.test(text));
}
