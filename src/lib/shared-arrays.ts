/** Shorter arrays are copied for another thread in no time. */
const WORTH_SHARING = 16_384;

/** Zeros that threads can share, where there are many. */
export function sharedFloat64s(length: number): Float64Array {
  return length < WORTH_SHARING ? new Float64Array(length) : new Float64Array(new SharedArrayBuffer(length * 8));
}

export function sharedUint32s(length: number): Uint32Array {
  return length < WORTH_SHARING ? new Uint32Array(length) : new Uint32Array(new SharedArrayBuffer(length * 4));
}

export function sharedUint8s(length: number): Uint8Array {
  return length < WORTH_SHARING ? new Uint8Array(length) : new Uint8Array(new SharedArrayBuffer(length));
}
