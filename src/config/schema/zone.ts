import * as v from 'valibot';
import { suggest } from '../../lib/text/suggest.ts';
import { RAILS_ZONES } from '../../lib/time/rails-zones.ts';
import { zoneName } from '../../lib/time/zone-name.ts';

const ZONE = 'an IANA time zone such as Europe/Berlin';

/** An IANA zone in its usual spelling. Names of Rails applications are refused: which zone they mean is for the user to confirm. */
export const timeZone = v.pipe(
  v.string(ZONE),
  v.regex(/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/, ({ received, input }) => zoneAdvice(input, received)),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const { value } = dataset;
    const found = isRailsName(value) ? null : zoneName(value);
    if (found !== null) return found;
    addIssue({ message: zoneAdvice(value) });
    return NEVER;
  }),
);

function isRailsName(text: string): boolean {
  return RAILS_ZONES.has(text.toLowerCase());
}

/** What was expected, and in a second line what was probably meant. */
function zoneAdvice(text: string, _received?: string): string {
  const found = zoneName(text);
  if (found !== null) return `${ZONE}\nuse ${found}`;
  if (/^(?:GMT|UTC)?\s*[-+]\d/i.test(text)) return `${ZONE}\nan offset knows no summer time; name the place`;
  const near = suggest(text, Intl.supportedValuesOf('timeZone'));
  return near === undefined ? ZONE : `${ZONE}\ndid you mean ${near}?`;
}
