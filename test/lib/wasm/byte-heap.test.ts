import { afterEach, describe, expect, it, vi } from 'vitest';
import { Block } from '../../../src/lib/wasm/block.ts';
import { ByteHeap } from '../../../src/lib/wasm/byte-heap.ts';
import { ScanBuffers } from '../../../src/read/bytes/scan-buffers.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const OPTIONS = { capacity: 64, slack: 16, delimiter: 44, slots: Int32Array.of(0, -1, 1), rows: 4 };

describe('memory for functions in WebAssembly', () => {
  it('is none where none is to be had, and all goes on without', () => {
    const Memory = function (): never {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory');
    };
    vi.stubGlobal('WebAssembly', { validate: () => true, Module: Object, Memory });
    expect(ByteHeap.make()).toBeNull();
    const buffers = new ScanBuffers({ ...OPTIONS, heap: null });
    buffers.bytes.set(Buffer.from('a,"b"\r\n'));
    expect(buffers.findMarks(0, 7)).toBe(5);
    expect([...buffers.marks.subarray(0, 5)]).toEqual([1, 2, 4, 5, 6]);
  });

  it('is none where the processor has no vectors', () => {
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(ByteHeap.make()).toBeNull();
  });

  it('keeps what blocks hold when it grows, and when a block moves into it', () => {
    const heap = ByteHeap.make()!;
    const own = new Block(8);
    own.ints.set([7, 8]);
    const inside = new Block(12, heap);
    inside.ints.set([1, 2, 3]);
    own.moveTo(heap);
    expect(inside.ints).toHaveLength(3);
    const before = heap.buffer;
    const large = new Block(8 * 1024 * 1024, heap);
    expect(heap.buffer).not.toBe(before);
    expect([...inside.ints]).toEqual([1, 2, 3]);
    expect([...own.ints]).toEqual([7, 8]);
    expect(large.bytes.every((byte) => byte === 0)).toBe(true);
    inside.grow(20);
    expect([...inside.ints]).toEqual([1, 2, 3, 0, 0]);
    inside.bytes.fill(255);
    inside.grow(400, { empty: true });
    expect(inside.bytes.every((byte) => byte === 0)).toBe(true);
    expect([...own.ints]).toEqual([7, 8]);
  });

  it('hands out what was given back', () => {
    const heap = ByteHeap.make()!;
    const at = heap.take(1000);
    heap.release(at, 1000);
    expect(heap.take(900)).toBe(at);
    expect(heap.take(900)).not.toBe(at);
  });
});
