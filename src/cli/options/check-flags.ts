import type { OptionGroup } from '../commands/command-spec.ts';

/** What only `check` has; the rest is as for `report`. */
export const CHECK_FLAGS: OptionGroup = {
  title: 'Checks',
  options: [
    { flags: '--rule <rule>', says: 'One more rule beside those of the config: "csat >= 85% warn 90%" (repeatable)', repeatable: true },
    { flags: '--baseline <file>', says: 'A stored JSON report that drop and rise compare with, instead of the period before' },
    { flags: '--max-age <age>', says: 'Fail when the newest ticket is older than that at --as-of (else now): 2d, 36h' },
    { flags: '--suggest', says: 'Propose rules from the history of the data, as YAML for the config' },
    { flags: '--exit-zero', says: 'Exit 0 even when a check is missed' },
  ],
};
