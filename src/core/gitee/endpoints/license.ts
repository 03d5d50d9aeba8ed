import * as z from 'zod';
import type { Outcome } from '../../model.ts';
import { told } from '../../sentences/index.ts';
import { type Ask, type Call, mapOutcome } from '../ask.ts';
import { ages } from './ages.ts';

const LicenseRecord = z.union([
  z.object({ license: z.string() }),
  z.union([z.null(), z.array(z.unknown()), z.object({ license: z.null().optional() })]).transform(() => null),
]);

/** GET /repos/{owner}/{repo}/license: the key that Gitee found, for instance `MulanPSL-2.0`. */
export async function askLicense(
  ask: Ask,
  path: readonly string[],
  maxBytes: number,
  call?: Call,
): Promise<Outcome<string>> {
  const outcome = await ask(
    {
      path: ['repos', ...path, 'license'],
      schema: LicenseRecord,
      ages: ages.license,
      maxBytes,
      isNothing: wire => !wire?.license,
      nothing: told('Gitee found no license in the repository.'),
    },
    call,
  );
  return mapOutcome(outcome, wire => wire?.license ?? '');
}
