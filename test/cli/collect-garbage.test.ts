import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { collectGarbage } from '../../src/cli/crew/collect-garbage.ts';

it('what nobody holds any more is gone at once', async () => {
  const left = new WeakRef(new Float64Array(1_000_000));
  // A weak reference holds on until the present job ends.
  await setImmediate();
  collectGarbage(1e9);
  expect(left.deref()).toBeUndefined();
});
