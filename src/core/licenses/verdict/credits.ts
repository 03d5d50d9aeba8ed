import { say } from '../../sentences/index.ts';
import { all, changed, type DutyRule, either, exception, holds, id, linked, not, shipped } from './duty-conditions.ts';

/** FTL 1.01 "credits"; IJG (2), (3); Spencer-94 2; lsof 2; psutils 1; "due credit" of the others. */
const asksForCredit = id(
  /^(FTL|IJG|IJG-short|Spencer-94|lsof|psutils|zlib-acknowledgement|CryptoSwift|PADL|Plexus|BSD-4\.3RENO|OLDAP-2\.[45]|ImageMagick|Noweb|Soundex)$/,
);

/** What licenses ask of names: who has to be named where, and whose name must not be used. */
export const creditRules: readonly DutyRule[] = [
  {
    kind: 'acknowledgment',
    applies: all(shipped, holds('acknowledgment')),
    text: name =>
      say(
        'Show the acknowledgment that {0} prescribes, where it says: in advertising, in the documentation or in the product.',
        name,
      ),
  },
  {
    kind: 'credit',
    applies: all(shipped, asksForCredit),
    text: name =>
      say('Say in the documentation that your work contains the part, with the credit that {0} asks for.', name),
  },
  {
    // FLTK 4, Qwt 3 and OCCT: "programs must still identify their use".
    kind: 'credit',
    applies: all(shipped, linked, exception(/^(FLTK-|Qwt-|OCCT-)/)),
    text: () => say('Say in the documentation that your work uses the library.'),
  },
  {
    // AAL s. 2; CPAL-1.0 s. 14 and exhibit B, external deployment included.
    kind: 'attribution-at-start',
    applies: either(
      all(shipped, id(/^AAL$/)),
      all(id(/^CPAL-/), (_license, { distribution }) => distribution !== 'internal'),
    ),
    text: () => say('Show the attribution that the author prescribes whenever the program starts or a session begins.'),
  },
  {
    kind: 'no-names',
    applies: all(shipped, either(holds('no-names'), id(/^(Apache-|MulanP|LicenseRef-MulanPubL-)/))),
    text: () => say('Do not use the names or trademarks of the authors to promote your work.'),
  },
  {
    kind: 'product-name',
    applies: all(shipped, holds('product-name')),
    text: () => say('Do not give your own work the name of the part, nor a name that contains it.'),
  },
  {
    // LPPL-1.0 and 1.1, 1.2 s. 3 (files); Barr; Wsuipa; TTYP0; DocBook-XML; Noweb; XSkat 2(b).
    kind: 'rename',
    applies: all(shipped, changed, id(/^(LPPL-1\.[012]|Barr|Wsuipa|TTYP0|DocBook-XML|Noweb|XSkat)$/)),
    text: () => say('Give what you changed another name.'),
  },
  {
    // LPPL-1.3 s. 6(a), (d).
    kind: 'tell-of-change',
    applies: all(shipped, changed, id(/^LPPL-1\.3/)),
    text: () => say('Let changed parts say that they are changed, and tell where the unchanged work can be had.'),
  },
  {
    // OFL s. 3; Bitstream-Vera; Ubuntu font licence s. 2.
    kind: 'reserved-names',
    applies: all(shipped, changed, id(/^(OFL-|Bitstream-Vera$|Ubuntu-font-)/), not(id(/-no-RFN$/))),
    text: () => say('Changed fonts may not carry the reserved names of the original.'),
  },
  {
    // OFL s. 1; Bitstream-Vera; ParaType.
    kind: 'not-sold-alone',
    applies: all(shipped, id(/^(OFL-|Bitstream-Vera$|ParaType-)/)),
    text: () => say('Do not sell the fonts by themselves.'),
  },
  {
    // Vim II, 2) and 3).
    kind: 'offer-changes',
    applies: all(shipped, changed, id(/^Vim$/)),
    text: () =>
      say('Say in the program that it was changed, and give the changes with their source along or to its maintainer.'),
  },
  {
    // Artistic-1.0 s. 3, Artistic-2.0 s. 4, and the licenses made from the first.
    kind: 'open-or-rename',
    applies: all(shipped, changed, id(/^(Artistic-|ClArtistic|NBPL-|OLDAP-1\.|OGTSL)/)),
    text: name => say('Make your changes available to everyone, or rename what you changed, as {0} describes.', name),
  },
];
