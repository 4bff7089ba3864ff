import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantText } from '../../src/formats/period-text.ts';

it('the plain way to write instants of UTC is that of the zones', () => {
  const years = fc.date({ min: new Date(Date.UTC(900, 0, 1)), max: new Date(Date.UTC(10_100, 0, 1)), noInvalidDate: true });
  fc.assert(
    fc.property(years, (at) => {
      expect(instantText(at.toISOString(), 'UTC')).toBe(instantText(at.toISOString(), 'Etc/UTC'));
    }),
  );
  expect(instantText('2025-04-01T00:00:59.999Z', 'UTC')).toBe('2025-04-01');
  expect(instantText('2025-04-01T23:59:59.999Z', 'UTC')).toBe('2025-04-01 23:59');
});
