import type { Sentence } from '../../model.ts';
import { say, joined as together } from '../../sentences/index.ts';
import { type ExceptionKind, exceptionKind } from '../exceptions.ts';
import { formatExpression, type LicenseTerm } from '../expression.ts';
import { proprietaryId } from '../identifiers.ts';
import type { Judgment, Situation } from './judgment.ts';
import { source } from './sources.ts';

type Kinds = ExceptionKind | 'misplaced';

/**
 * What the exception of the component's license makes of a judgment by the license alone. Only exceptions that let
 * works under any terms link to the part open linking; the others speak of other things, which is said.
 * Source: the texts of the exceptions on the SPDX list.
 */
export function byException(
  judgment: Judgment,
  inbound: LicenseTerm,
  outbound: LicenseTerm,
  { use }: Situation,
): Judgment {
  const kind = exceptionKind(inbound);
  const { exception } = inbound;
  if (kind === undefined || exception === undefined) return judgment;
  const sources = [...judgment.sources, source.licenseText(exception)];
  const add = (sentence: Sentence) => ({ ...judgment, reason: together([judgment.reason, sentence]), sources });
  if (kind === 'misplaced') {
    return add(say('{0} is not written for {1}: the two together are unusual.', exception, inbound.id));
  }
  const closed = outbound.id === proprietaryId;
  if (judgment.verdict !== 'conflict') return judgment;
  const instead = (verdict: Judgment['verdict'], reason: Sentence) => ({ verdict, reason, sources, joined: false });
  if (use === 'linked' && (kind === 'linking' || kind === 'binaries'))
    return instead('fits-with-duties', opened(inbound, exception));
  if (kind === 'binaries') {
    return instead(
      'fits-with-duties',
      say('{0} lets binaries of works made from the part be given out under any terms.', exception),
    );
  }
  if (kind === 'open-source' && use === 'linked' && !closed) {
    return instead(
      'depends',
      say(
        '{0} allows linking only with open-source works that are given out with their source: it depends on whether yours is one that it means.',
        exception,
      ),
    );
  }
  if (kind === 'interfaces' && use === 'linked') {
    return instead(
      'review',
      say(
        '{0} frees only works of the kind, and through the interfaces, that it names: someone has to read it.',
        exception,
      ),
    );
  }
  const [verdict, text] = limits[kind] ?? [];
  if (text === undefined) return judgment;
  return verdict === undefined ? add(text(exception)) : instead(verdict, text(exception));
}

/** What exceptions of other kinds are about, and the verdict where it depends on that. */
const limits: Readonly<
  Partial<Record<Kinds, readonly [verdict: Judgment['verdict'] | undefined, text: (exception: string) => Sentence]>>
> = {
  'open-source': [
    undefined,
    name => say('{0} frees only open-source works that are given out with their source.', name),
  ],
  'named-works': [undefined, name => say('{0} allows only combinations with the works that it names.', name)],
  output: [
    'depends',
    name =>
      say(
        '{0} frees what the program writes, or files that a build copies: it depends on whether your work contains anything else of it.',
        name,
      ),
  ],
  documents: [
    'depends',
    name =>
      say(
        '{0} frees documents and designs that embed the part: it depends on whether your work is one of these.',
        name,
      ),
  ],
};

/** Works under any terms may link to the part. */
export function opened(inbound: LicenseTerm, exception: string): Sentence {
  const alone = formatExpression({ ...inbound, exception: undefined });
  return say('{0} lets works under any terms link to the part; the part itself stays under {1}.', exception, alone);
}
