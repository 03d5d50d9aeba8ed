import * as z from 'zod';
import { checkLicense, isLicenseExpression } from '../../licenses/index.ts';
import { type AssistantTool, answer, refused, tool } from '../tool.ts';

const Answer = z.object({
  verdict: z.enum(['fits', 'fits-with-duties', 'depends', 'review', 'conflict', 'no-right-found']),
  reason: z.string(),
  duties: z.array(z.string()),
  sources: z.array(z.string()),
  disclaimer: z.string(),
});

/** `check_license`: does a component's license fit a work's own? By rules and tables on this machine. */
export function checkLicenseTool(): AssistantTool {
  return tool({
    name: 'check_license',
    title: 'Check a license',
    description:
      'Whether a component under one license may go into a work under another, for a kind of use and of distribution, with duties and sources. Knows Chinese licenses (MulanPSL-2.0, LicenseRef-MulanPubL-2.0). "review" means that a person with legal knowledge has to decide: say so, and do not soften a verdict. No legal advice.',
    input: z.object({
      inbound: z.string().min(1).max(500).describe('SPDX expression of the component'),
      outbound: z.string().min(1).max(500).describe('SPDX expression of the work, or proprietary'),
      use: z.enum(['tool', 'separate', 'linked', 'copied']).default('linked'),
      distribution: z.enum(['internal', 'network', 'shipped']).default('shipped'),
      modified: z.boolean().default(false),
    }),
    output: Answer,
    asksNetwork: false,
    call: async question => {
      const wrong = [question.inbound, question.outbound].find(
        expression => expression !== 'proprietary' && expression !== 'NOASSERTION' && !isLicenseExpression(expression),
      );
      if (wrong !== undefined)
        return refused(
          `Not an SPDX license expression: ${wrong}. Use ids such as MIT, GPL-3.0-only, "MIT OR Apache-2.0".`,
        );
      // Whether the component really is under this license, the asker has to know: get_project tells with what confidence.
      const { verdict, reason, duties, sources } = checkLicense({ ...question, confidence: 'high' });
      return answer({ verdict, reason, duties: [...duties], sources: [...sources], disclaimer: 'No legal advice.' });
    },
  });
}
