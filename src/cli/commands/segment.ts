import { SEGMENT_FLAGS } from '../options/segment-flags.ts';
import type { CommandSpec } from './command-spec.ts';

export const segmentCommand: CommandSpec = {
  name: 'segment',
  operands: '[files...]',
  summary: 'Customers by where they are heading, and the ids to act on',
  description:
    'Puts every customer into one vector: negative (going to leave or badly begun), neutral (content, not growing), positive (ready for upgrades and referrals) or unknown (no evidence), by the first rule that holds: ours, or those of the config (vectors). Shows which rules put how many there, how customers moved since the period began (else in the last 3 months), and the segments of the config. --list writes the ids for those who will call them; names and e-mail addresses stay out.',
  examples: [
    'happiness segment customers.csv tickets.csv events.csv surveys.csv',
    'happiness segment exports/ --from 2025-10-01 --to 2025-12-31',
    'happiness segment exports/ --list negative --format csv',
    'happiness segment exports/ --list negative --top 20',
  ],
  options: SEGMENT_FLAGS,
  async run(invocation) {
    const { runSegment } = await import('../segment/run-segment.ts');
    return await runSegment(invocation);
  },
};
