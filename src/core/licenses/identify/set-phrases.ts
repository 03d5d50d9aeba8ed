import { isMereName } from './mere-names.ts';
import { mentionsIn } from './names.ts';
import { phrasesOfProjects } from './project-phrases.ts';

/**
 * Sentences that stand beside licenses again and again, known by their beginnings, and that neither grant nor limit
 * anything: notices prescribed by the licenses, and the prose of well-known projects. Each was read where it stands.
 */
const beginnings: readonly RegExp[] = [
  // What the GNU licenses and Apache-2.0 tell authors to put into their files.
  /^(?:you can|(?:\S+ ){1,6}is free software[,;:] you can|this (?:program|library|file|software|package) is free software[,;:]? you can) redistribute (?:it|them) and\/or modify (?:it|them) under the terms of (?:the|version)/i,
  /^(?:The GNU (?:Lesser |Affero )?General Public License, Version \d, (?:29 )?June 2007 )?(?:this (?:program|library|file|software|package)|it|(?:[\w.+-]+,? ){1,8}?) ?(?:is|are) (?:a )?free software(?:,? licensed under)?\b/i,
  /^either version \d(?:\.\d)?(?: of the License)?, or \(?at your option\)? any later version/i,
  /^(?:\S+ ){1,6}is distributed in the hope that it will be useful, but WITHOUT ANY WARRANTY/i,
  /^without even the implied warranty of? MERCHANTABILITY or FITNESS(?: FOR A PARTICULAR PURPOSE)?/i,
  /^See the GNU (?:Lesser |Affero |Library )?General Public License for more details/i,
  /^You should have received a copy o[fg] the GNU/i,
  /^If not, (?:see|write to)/i,
  /^you may not use (?:this|these|the) (?:file|work|software|project)s? except in compliance with the License/i,
  /^You may obtain a copy of (?:the License|Mulan \w+ v\d) at/i,
  /^(?:You may obtain a copy of the License at <?https?:\S+ )?Unless required by applicable law or agreed to in writing, .{1,40}distributed under the License (?:is|are) distributed on an .{0,2}AS[ -]IS.{0,2} ?BASIS,? WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,? either express(?:ed)? or implied/i,
  /^See the License for the specific language governing permissions and limitations(?: under the License)?/i,
  /^The views and conclusions contained in the software and documentation are those of the (?:authors?|copyright holders?)(?: and contributors)? and should not be interpreted as representing official policies, either expressed or implied, of/i,
  /^(?:This General Public License does not permit incorporating your program into proprietary programs|If your program is a subroutine library, you may consider it more useful to permit linking (?:proprietary applications with the library)?|If this is what you want to do, use the GNU (?:Lesser|Library) General Public License instead|The hypothetical commands)/i,
  /^This Source Code Form is subject to the terms of the Mozilla Public License/i,
  /^If a copy of the MPL was not distributed with this (?:file|project|program), You can obtain one at/i,
  // Marks that version control puts into files.
  /^\$?(?:Id|Header|Revision|Date|Author)\$?:|^\S+,v \d[\d.]* \d{4}\//i,
  // Mulan.
  /^EITHER EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO NON-?INFRINGEMENT(?:, MERCHANTABILITY OR FIT FOR A PARTICULAR PURPOSE)?/i,
  /^(?:您可以根据本木兰|您可以在以下位置获取|本“?软件”?按“?现状)/,
  /^You can use this software according to the terms and conditions of the Mulan/i,
  /^THIS SOFTWARE IS PROVIDED ON AN .?AS IS.? BASIS, WITHOUT WARRANTIES OF ANY KIND, EITHER EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO NON-?INFRINGEMENT(?:, MERCHANTABILITY OR FIT FOR A PARTICULAR PURPOSE)?/i,
  /^See the Mulan P\w+ v[12] for more details/i,
  // Tencent's preface.
  /^(?:\S{1,20} )?(?:Tencent|TencentBlueKing|BlueKing) is pleased to support the (?:open source )?community by making/i,
  /^(?:The )?below software in this distribution may have been modified by (?:THL A29 Limited|Tencent)\b/i,
  /^All Tencent Modifications are Copyright \(C\) (?:\d{4}(?:-\d{4})? )?(?:THL A29 Limited|Tencent)\.?$/i,
  /^a Tencent company\.?$/i,
  /^We undertake not to change the open source license \(\w[\w. -]{1,30} license\) applicable to the current version of the project delivered to anyone in the future/i,
  /^If you have downloaded a copy of the .{1,80} (?:binary|source code)[^.]* from (?:Tencent|THL A29)[^.]*, please note that (?:the )?.{1,80} is licensed under the (?:.{1,40}License(?:,? (?:Version )?[\d.]+)?,? except for the third-party components listed below,? which are subject to different license terms)?/i,
  /^Your integration of .{1,80} into your own projects may require compliance with (?:the \S{1,20} License|.{1,60}?(?=,|\.?$))(?:, as well as the other licenses applicable to the third-party components included within)?/i,
  /^A copy of (?:the )?.{1,60}(?: License)? (?:is|are) included in this file/i,
  /^Source code of this software can be obtained from:? https?:\S+(?: Please note this software has been modified by \S+ in this distribution)?/i,
  /^(?:If you|Should you) (?:have downloaded|download) .{1,120} from Tencent/i,
  /^(?:For the avoidance of doubt, )?.{1,120} refers solely to training code, inference code, parameters, and weights made publicly available by Tencent(?: in accordance with MIT)?/i,
  // Creative Commons.
  /^The text of the Creative Commons public licenses is dedicated to the public domain/i,
  /^(?:Considerations for licens(?:ors|ees)|More considerations for)/i,
  // A README's pointer to the file that says the terms.
  /^(?:please )?read (?:the )?\[?LICENSE(?:\.\w{2,4})?\]?(?:\(\S{1,80}\))?(?: file)? (?:carefully )?before (?:use|using (?:it|this software|this project))(?=[\s.]*$)/i,
  // lodash, jQuery UI, LLVM, pexpect, Docutils and others.
  /^This software consists of voluntary contributions made by many individuals/i,
  /^For exact contribution history, see the revision history/i,
  /^(?:Sample )?code is defined as all source code (?:displayed|contained) within the(?: demos directory)?/i,
  /^Copyright and related rights for sample code are waived via/i,
  /^Files located in the node_modules and vendor directories are externally maintained(?: libraries used by this software which have their own licenses)?/i,
  /^we recommend you read them, as their terms may differ from the terms above/i,
  /^The following license applies to all parts of this software except as documented below/i,
  /^Unless (?:stated otherwise|otherwise stated),? all works are:?$/i,
  /^The complete list of contributors can be found at/i,
  /^As a user of this code you may choose to use it under either license/i,
  /^As a contributor, you agree to allow your code to be used under both/i,
  /^The OpenSSL toolkit stays under a (?:dual|double) license, i\.e\. both the conditions of the OpenSSL License and the original SSLeay license apply to the toolkit/i,
  /^Code generated by the (?:Protocol Buffer compiler|command line utilities) is owned by the owner of the input file used when generating it/i,
  /^This code is not standalone and requires a support library to be linked with it/i,
  /^All .{1,80} (?:are|is) (?:subject to the|licensed|covered)\b/i,
  /^(?:ca-bundle\.crt -- Bundle(?: of CA Root Certificates)?|This is a bundle of X\.509 certificates(?: of public Certificate Authorities \(CA\))?|These were automatically extracted from Mozilla's root certificates|It contains the certificates in PEM format and therefore can be directly used with curl \/ libcurl \/ php_curl, or with an Apache\+mod_ssl webserver for SSL client authentication|Just configure this file as the SSLCACertificateFile)/i,
  /^This file can be found in the mozilla source tree/i,
  /^\S+ is a product of collaborative work|^Exceptions or notable authors are listed below(?: in (?:reverse )?(?:chronological|alphabetical) order)?|^files: \S/i,
  // The history that Python prints before its licenses.
  /^(?:Python was created in the early 1990s by Guido van Rossum|Guido (?:remains|is) Python's principal author|In 1995, Guido continued his work on Python|In May 2000, Guido and the Python core development team|In October of the same year, the PythonLabs team|In 2001, the Python Software Foundation|Zope Corporation (?:is|was) a sponsoring member|All Python releases are Open Source|Historically, most, but not all, Python releases have also been GPL-compatible|the table below summarizes the various releases|GPL-compatible doesn't mean that we're distributing|All Python licenses, unlike the GPL, let you distribute a modified version without making your changes open source|According to CNRI, however, Stallman's lawyer has told CNRI's lawyer that 1\.6\.1 is .not incompatible. with the GPL|The GPL-compatible licenses make it possible to combine Python|the others don't\.?$|Thanks to the many outside volunteers who have worked under Guido's direction|According to Richard Stallman, \S+ is not GPL-compatible|\(\d\) GPL-compatible doesn't mean)/i,
  /^Release Derived Year Owner GPL/i,
  /^\d[\d.+]*(?: (?:and above|thru \d[\d.]*))?(?: \d[\d.+]*)? \d{4}(?:-(?:\d{4}|now))? (?:CWI|CNRI|BeOpen\.com|PSF) (?:yes|no)(?: \(\d\))?$/i,
  /^TERMS AND CONDITIONS FOR (?:USE, REPRODUCTION,? AND DISTRIBUTION|ACCESSING OR OTHERWISE USING PYTHON)$/i,
  // Apache-2.0 as Microsoft announces it.
  /^(?:You may obtain a copy of the License at <?https?:\S+ )?THIS CODE IS PROVIDED ON AN .AS IS. BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, EITHER EXPRESS OR IMPLIED, INCLUDING WITHOUT LIMITATION ANY IMPLIED WARRANTIES OR CONDITIONS OF TITLE, FITNESS FOR A PARTICULAR PURPOSE, MERCHANTABI?LI?TY OR NON-INFRINGEMENT/i,
  /^See the Apache Version 2\.0 License for (?:the )?specific language governing permissions and limitations under the License/i,
  // Disclaimers of MIT that stand alone, because the license itself is named or stands elsewhere.
  /^THE \w+ (?:IS|ARE) PROVIDED .{0,2}AS IS.{0,2},? WITHOUT WARRANT(?:Y|IES) OF ANY KIND, (?:EITHER )?EXPRESS OR IMPLIED, INCLUDING,? BUT NOT LIMITED TO,? THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE,? AND NON-?INFRINGEMENT/i,
  /^IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE \w+ OR THE USE OR OTHER DEALINGS IN THE/i,
  // The disclaimer of the BSD licenses in the same way.
  /^THIS \w+ (?:IS|ARE) PROVIDED BY .{1,100}? \S{0,2}AS[ -]IS\S{0,2},? AND ANY EXPRESS(?:ED)? OR IMPLIED WARRANTIES,? INCLUDING,? BUT NOT LIMITED TO,? THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED/i,
  /^IN NO EVENT SHALL .{1,100}? BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES \(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES/i,
  /^LOSS OF USE, DATA, OR PROFITS/i,
  /^OR BUSINESS INTERRUPTION\) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT \(INCLUDING NEGLIGENCE OR OTHERWISE\) ARISING IN ANY WAY OUT OF THE USE OF THIS \w+, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE/i,
  // The exception of Sun and Oracle, and the appendix of CDDL, filled in.
  /^Certain source files distributed by (?:Sun Microsystems, Inc\.|Oracle(?: America, Inc\.| and\/or its affiliates)?) are subject to the following clarification and special exception to the GPL(?: Version 2)?, but only where (?:Sun|Oracle) has expressly included in the particular source file's header the words/i,
  /^(?:Sun|Oracle) designates this particular file as subject to the .Classpath. exception as provided by (?:Sun|Oracle) in the License file that accompanied this code/i,
  /^The code released under the CDDL shall be governed by the laws of the State of California \(excluding conflict-of-law provisions\)/i,
  /^Any litigation relating to this License shall be subject to the jurisdiction of the Federal Courts of the Northern District of California and the state courts of the State of California, with venue lying in Santa Clara County, California/i,
  // Where Debian keeps texts, and the notices of CC0 and of the GNU documentation license.
  /^(?:On (?:any |a )?Debian.{0,40}? systems?|(?:The )?(?:full|complete|text of)|A copy|You can find|See|Please see)\b(?:(?!\b(?:must|not|only|may(?! be found)|shall)\b).){0,220}?\/usr\/share\/common-licenses(?:\/[\w.+-]+)?[^\p{L}\p{N}]*(?:(?:and|or) [^\p{L}\p{N}]*\/usr\/share\/common-licenses\/[\w.+-]+[^\p{L}\p{N}]*)*(?:(?:file|directory)\b[^\p{L}\p{N}]*)?/iu,
  /^To the extent possible under law, .{1,80} (?:have|has) (?:dedicated all copyright and related and neighboring rights to .{1,60} to the public domain worldwide|waived all copyright and related or neighboring rights to .{1,80})/i,
  /^This software is distributed without any warranty/i,
  /^Permission is granted to copy, distribute and\/or modify this document under the terms of the GNU Free Documentation License(?: \(GFDL\))?, Version 1\.[123](?:,? or any later version published by the Free Software Foundation)?[;,]?(?: with no Invariant Sections, (?:with )?no Front-Cover Texts,? and (?:with )?no Back-Cover Texts)?/i,
  /^with no Invariant Sections, (?:with )?no Front-Cover Texts,? and (?:with )?no Back-Cover Texts/i,
  /^limitations under the License\.?$/i,
  // Exceptions for linking and for the output of programs: they permit more than the license beside them.
  /^(?:In addition,? )?as a special exception(?: to (?:the )?(?:GNU )?(?:\w+ ){0,3}(?:GPL|General Public License)(?: version \d)?)?,? (?:the )?(?:copyright holders?|authors?|[\w. -]{1,60}) (?:of .{1,60} )?(?:hereby )?(?:give|gives|grant|grants) (?:you )?(?:an additional )?permission to link (?:the code of )?(?:portions of )?(?:this|the) (?:program|library|code|software)(?: or portions of this program)? with .{0,120}(?:OpenSSL|SSL)\b.{0,160}?(?:library|code|licen[cs]e)(?: under certain conditions as described in each individual source file)?(?:,? and distribute (?:the )?linked combinations including the two)?/i,
  /^As a special exception to the GNU (?:Lesser )?General Public License, if you distribute this file as part of a program (?:or library )?that (?:contains a configuration script generated by Autoconf|is built using GNU Libtool), you may (?:include|distribute) (?:it|this file) under the same distribution terms (?:that you use for (?:the rest of )?that program|as the rest of that program)/i,
  /^As a special exception, you may create a larger work that contains part or all of the Bison parser skeleton and distribute that work under terms of your choice, so long as that work isn't itself a parser generator using the skeleton or a modified version thereof as a parser skeleton/i,
  /^Alternatively, if you modify or redistribute the parser skeleton itself, you may \(at your option\) remove this special exception, which will cause the skeleton and the resulting Bison output files to be licensed under the GNU General Public License without this special exception/i,
  /^This special exception was added by the Free Software Foundation in version [\d.]+ of Bison/i,
  /^You must obey the GNU (?:Lesser )?General Public License in all respects for all of the code used other than OpenSSL/i,
  /^If you modify (?:file\(s\)|this file|this library|this program) with this exception, you may extend this exception to your version of the (?:file\(s\)|file|library|program), but you are not obligated to do so/i,
  /^If you do not wish to do so, delete this exception statement from your version/i,
  /^If you delete this exception statement from all source files in the program, then also delete it here/i,
  /^As a special exception, the respective Autoconf Macro's copyright owner gives unlimited permission to copy, distribute and modify the configure scripts that are the output of Autoconf when processing the Macro/i,
  /^You need not follow the terms of the GNU General Public License when using or distributing such scripts, even though portions of the text of the Macro appear in them/i,
  /^The GNU General Public License \(GPL\) does govern all other use of the material that constitutes the Autoconf Macro/i,
  /^(?:This special exception to the GPL applies to versions of the Autoconf Macro released by the Autoconf Archive|When you make and distribute a modified version of the Autoconf Macro, you may extend this special exception to the GPL to apply to your modified version as well)/i,
  /^As a special exception, if you create a document which uses this font, and embed this font or unaltered portions of this font into the document, this font does not by itself cause the resulting document to be covered by the GNU General Public License/i,
  /^This exception does not however invalidate any other reasons why the document might be covered by the GNU General Public License/i,
  /^If you modify this font, you may extend this exception to your version of the font, but you are not obligated to do so/i,
  // Grants in a few words.
  /^(?:All |The |This )?(?:[\w.'-]+ ){1,6}(?:is|are) (?:in the )?public domain(?: software)?,? and (?:the )?authors? (?:hereby )?disclaims? (?:all )?copyright to (?:their|this|the|its) (?:source )?code/i,
  /^All have been licensed under extremely permissive terms/i,
  /^(?:and labelled as such in comments in the individual source files|Exceptions are noted within the associated source files)/i,
  /^Copyright notices are retained in \S+ files where relevant/i,
  /^(?:However, so )?distributing code linked against \S+ does not trigger this license/i,
  /^This code is not included in .{1,60} when compiled, however, so distributing code linked against \S+ does not trigger this license/i,
  /^All files in the project carrying such notice may not be copied, modified, or distributed except according to those terms/i,
  /^Details follow\.?$/i,
  /^For (?:full )?copyright notices?,? (?:consult|see) the individual files in the package/i,
  /^For Covered Software in this distribution, this License shall be governed by the laws of the State of California \(excluding conflict-of-law provisions\)/i,
  /^As a contributor, you agree that your code can be used under (?:either|both) (?:the )?/i,
  /^(?:(?:You|Anyone|Everybody) (?:can|may) )?do (?:with (?:it|this|them) )?what(?:ever)? you (?:want|wish|like|please)(?: with (?:it|them|this|these|the) ?(?:file|code|software|work|program)?s?)?\.?$/i,
  /^(?:It is|They are|This is) only used (?:for|to) (?:test\w*|demonstrat\w*|build\w*|benchmark\w*|generat\w*)(?: [\w-]+){0,4}\.?$/i,
  // Microsoft and others around the licenses of bundled parts.
  /^(?:%% .{1,120} NOTICES(?: AND|,) INFORMATION(?:, AND LICENSE)? BEGIN HERE(?: \(?The)?|(?:%% )?END OF .{1,120} NOTICES(?: AND|,) INFORMATION(?:, AND LICENSE)?)$/i,
  /^(?:THIRD[- ]PARTY SOFTWARE NOTICES AND INFORMATION )?Do Not Translate or Localize\.?$/i,
  /^(?:The )?original copyright notices? and the licen[cs]es? under which .{1,40} received such (?:components|third party code|software) (?:are|is) set forth below/i,
  /^.{1,40} reserves all (?:other )?rights not expressly granted(?: herein| under this agreement)?, whether by implication, estoppel or otherwise/i,
  /^Such licen[cs]es? and notices? are provided for informational purposes only/i,
  /^Determine if an object is a Buffer/i,
  // On contributions: what others give, not what one takes.
  /^If you contribute to this (?:repository|project), it is assumed that you license your contribution under the same license unless you state otherwise/i,
  /^The FreeType License, which is similar to the original BSD license with an advertising clause/i,
  /^Used with permission\.?$/i,
  /^This license is (?:copied|reproduced) below, and is also available with a FAQ at:?/i,
  /^This license applies to all parts of \S{1,60} except those files either explicitly including or referencing a different license or located in a directory containing a different license file\.?$/i,
  /^This code is also licensed to the Python Software Foundation \(PSF\) under a Contributor Agreement\.?$/i,
  /^(?:Trademark Notice:?\s*)?[“"']?[\w. -]{1,40}[”"']? (?:is|are) (?:a )?(?:registered )?trademarks? of (?:the )?(?:[A-Z][\w.,&-]*(?: (?:of|the|and|for)(?= [A-Z]))?\s?){1,8}(?:(?: |, )?(?:registered )?in the (?:United States|U\.S\.?|US)(?:(?: and\/or| and| or) other countries)?)?\.?$/,
  /^This license is approved by the OSI and FSF as GPL-compatible/i,
  /^If the GPL suits your project better you are also free to use/i,
  /^As a recipient of (?:Dojo|the Dojo Toolkit), you may choose which license to receive this code under \(except as noted in per-module LICENSE files\)/i,
  /^Some modules may not be the copyright of the (?:Dojo|JS) Foundation\.?$/i,
  // Marks and headings around license texts.
  /^(?:BEGIN|END) LICENSE BLOCK$/i,
  /^["“]?CLASSPATH["”]? EXCEPTION TO THE GPL(?:,? VERSION 2)?$/i,
  /^The 'jsrsasign' ?\(RSA-Sign JavaScript Library\) License$/i,
  /^Each (?:package|file|module|directory)(?:['’]s own LICENSE(?: or package\.json)?)? (?:specifies|states) its (?:own )?(?:applicable )?licen[cs]e/i,
  /^see the files? COPYING\S*(?: and COPYING\S*)?(?: respectively)?/i,
  /^\S+ uses an .ISC. license, like BoringSSL used to use, for new code files/i,
  // BoringSSL before 2024.
  /^As such, large parts of it fall under OpenSSL licensing/i,
  /^Contributors to BoringSSL are required to follow the CLA rules for Chromium/i,
  /^The MIT license, for third_party\/fiat, which, unlike other third_party directories, is compiled into non-test libraries, is included below/i,
  /^In case of any license issues related to OpenSSL please contact openssl-core@openssl\.org/i,
  /^The following are Google-internal bug numbers where explicit permission from some authors is recorded for use of their work/i,
  /^\(This is purely for our own record keeping\.\)[\d ]*$/i,
  /^(?:ISC license )?used for completely new code in BoringSSL:?$/i,
  // CMake, marked, lodash's banner, Cap'n Proto, spdlog, protobuf, CivetWeb, shaded classes.
  /^(?:\S+ was initially developed by \S+ with the following sponsorship|National Library of Medicine at the National Institutes of Health as part of the Insight Segmentation and Registration Toolkit \(ITK\)|US National Labs \(Los Alamos, Livermore, Sandia\) ASC Parallel Visualization Initiative|National Alliance for Medical Image Computing \(NAMIC\) is funded by the National Institutes of Health through the NIH Roadmap for Medical Research, Grant U54 EB005149)/i,
  /^You are also implicitly verifying that all code is your original work/i,
  /^Build: `?lodash (?:modularize|modern|compat|strict|core|include|-[a-z]|--?\w+)[\w ="',./-]*`?$/i,
  /^Each commit is copyright by its respective author or author['’]s employer/i,
  /^This software depends on the \S+ lib \([\w.-]+ License\), and users must comply to its license/i,
  /^(?:This|The [\w. -]{2,30}) licen[cs]e applies to all parts of [\w ]{1,40} except the following:?$/i,
  /^(?:NOTE: )?Various optional and subordinate components carry their own licensing requirements and restrictions/i,
  /^This document includes several copyright licenses for different aspects of the software/i,
  /^Not all licenses may apply depending on the features chosen/i,
  /^(?:\(?only |Included only )?(?:built |included |used )?if (?:built|linked|compiled) (?:with|against) [\w+]+(?:(?:,| and) [\w+]+)*(?: support)?\)?\.?$/i,
  /^(?:Shaded classes under [\w./*-]+ ?){1,20}$/i,
  /^(?:The )?authors? (?:hereby )?disclaims? (?:all )?copyright to this (?:source )?code/i,
  /^This section contains third-party software notices and\/or additional terms for licensed third-party software components included within (?=[\w.+-]+ libraries\.?$)/i,
  // Mozilla's way to offer another license, which many took over.
  /^If you wish to allow (?:the )?use of your version of this (?:file|package|software) only under the terms of (?:either )?(?:the )?.{1,60}? and not to allow others to use your version of this (?:file|package|software) under (?:the terms of )?(?:the )?.{1,40}?,? indicate your decision by deleting the provisions above and replac(?:e|ing) them with the notice and other provisions required by (?:the )?.{1,40}?(?: in this and the other files of this package)?(?=[.;]|$)/i,
  /^If you do not delete the provisions above, a recipient may use your version of this (?:file|package|software) under (?:either|the terms of any one of) (?:the )?[\w. -]{1,40}(?:,? (?:or|and) (?:the )?[\w. -]{1,40}){0,2}/i,
  /^Terms of the Perl(?: 5)? programming language system itself/i,
  /^zlib\.h -- interface of the .zlib. general purpose compression library/i,
  /^(?:This means that )?\S+ is free software(?: distributed under the terms of the \S+ license reproduced here)?,? and can be used for (?:both academic and commercial purposes|any purpose, including commercial purposes,?) at absolutely no cost/i,
  /^As a special exception, when this file is read by TeX when processing a Texinfo source document, you may use the result without restriction|^\(?This has been our intent since Texinfo was invented/i,
  /^This Exception is an additional permission under section 7 of the GNU General Public License, version 3(?: \(.GPLv3.\))?/i,
  /^No (?:copyright|rights?) (?:is|are) (?:claimed|asserted)/i,
  // U-Boot, Caffe, dlmalloc.
  /^(?:Note: )?Individual files contain the following tag instead of the full license text/i,
  /^This enables machine processing of license information based on the SPDX License Identifiers that are here available/i,
  /^\S+ uses a shared copyright model: ?(?:each contributor holds copyright over their contributions to \S+?\.?)?$/i,
  /^each contributor holds copyright over their contributions to \S+?\.?$/i,
  /^The project versioning records all such contribution and copyright details/i,
  /^If a contributor wants to further mark their specific copyright on a particular contribution, they should indicate their copyright solely in the commit message of the change when it is committed/i,
  /^This is a version \(aka dlmalloc\) of malloc\/free\/realloc written by Doug Lea and released to the public domain, as explained at http:\/\/creativecommons\.org\/(?:licenses\/publicdomain|publicdomain\/zero\/1\.0\/?)(?: Send questions, comments, complaints, performance data, etc to dl@cs\.oswego\.edu)?/i,
  // CKEditor.
  /^Sources of Intellectual Property Included in CKEditor(?: \d)?$/i,
  /^Where not otherwise indicated, all (?:CKEditor \d Export to PDF plugin|.{1,60}) content is authored by .{1,40} engineers and consists of \S+-owned intellectual property/i,
  /^In some specific instances, .{1,60} will incorporate work done by developers outside of \S+ with their express permission/i,
  /^(?:(?:\S+ ){1,3}is a trademark of .{1,80}[.)\]] )?All other (?:brand(?: and product)?|product|trade|company)? ?names (?:mentioned )?are (?:trademarks, registered trademarks,? or service marks|(?:registered )?trademarks|trademarks or registered trademarks) of their respective (?:holders|owners|companies)/i,
  // The libraries of GCC, and Open MPI.
  /^Under Section 7 of GPL version 3, you are granted additional permissions described in the GCC Runtime Library Exception, version 3\.1, as published by the Free Software Foundation/i,
  /^Additional copyrights may follow$/i,
  /^Full text of license texts referred to above follows \(that they are listed below does not necessarily imply the conditions apply to the present binary release\)/i,
  // musl, mlkem-native, BoringSSL.
  /^The code also comes with a fallback permissive license for use in jurisdictions that may not recognize the public domain/i,
  /^In addition, permission is hereby granted for all public header files \(.{1,60}\) and crt files intended to be linked into applications \(.{1,80}\) to omit the copyright notice and permission notice otherwise required by the license, and to use these files without any requirement of attribution/i,
  /^all of whom have explicitly granted such permission/i,
  /^This file previously contained text expressing a belief that most of the files covered by the above exception were sufficiently trivial not to be subject to copyright, resulting in confusion over whether it negated the permissions granted in the license/i,
  /^In the spirit of permissive licensing, and of not having licensing issues being an obstacle to adoption, that text has been removed/i,
  /^All other files which have no copyright comments are original works produced specifically for use as part of this library, written either by .{1,60}, the main author of the library, or by one or more cont(?:r)?ibutors listed above/i,
  /^Details on authorship of individual files can be found in the git version control history of the project/i,
  /^The omission of copyright and license comments in each file is in the interest of source tree size/i,
  /^Files outside (?:of )?the library itself may carry different terms/i,
  /^Every file states its own SPDX-License-Identifier, which determines the terms that apply to it/i,
  /^\S+ uses the Chromium test infrastructure to run a continuous build, trybots etc/i,
  /^No external contributions are allowed under licenses which are fundamentally incompatible with the .{1,60} licenses? that (?:Dojo|this library) is distributed under\.?$/i,
];

/** The same, with what stands in their gaps as groups. */
const withGaps = [...beginnings, ...phrasesOfProjects].map(
  ({ source, flags }) =>
    new RegExp(
      source.replace(/(?<!\\)\.\{\d+,\d+\}\??/g, gap => `(${gap})`),
      flags,
    ),
);

/**
 * Is a sentence, whose blanks were made single, such a phrase and nothing else? What follows the phrase, and what stands in
 * its gaps, has to be names, versions and addresses: "... for ten euros" makes another sentence of it.
 */
export function isSetPhrase(text: string): boolean {
  if (text.length >= 700) return false;
  return withGaps.some(phrase => {
    const found = phrase.exec(text);
    if (!found) return false;
    const [whole, ...gaps] = found;
    return isMereEnd(text.slice(whole.length)) && gaps.every(gap => gap === undefined || isMereName(gap));
  });
}

/** What may follow a phrase: an address, the seat of a foundation, the name of a license. */
function isMereEnd(end: string): boolean {
  if (!/\p{L}/u.test(end)) return true;
  return isMereName(end) && (!goesOn.test(end) || isRowOfLicenses(end));
}

const goesOn = /^\W*(?:and|or|but|once|for|in|by|to|with)\b\W*\p{L}/iu;

/** ", or b) the Artistic License" */
function isRowOfLicenses(text: string): boolean {
  const rest = mentionsIn(text).reduceRight(
    (left, { range: [start, end] }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  );
  return !/\p{L}/u.test(rest.replace(/\b(?:and|or|the|an?|b\)|artistic|licen[cs]e|version)(?!\p{L})/giu, ' '));
}
