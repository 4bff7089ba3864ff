/** Shorter arrays are copied for another thread in no time. */
const WORTH_SHARING = 16_384;

/** Zeros that threads can share, where there are many. */
export function sharedFloat64s(length: number): Float64Array {
  return length < WORTH_SHARING ? new Float64Array(length) : new Float64Array(new SharedArrayBuffer(length * 8));
}

export function sharedFloat32s(length: number): Float32Array {
  return length < WORTH_SHARING ? new Float32Array(length) : new Float32Array(new SharedArrayBuffer(length * 4));
}

export function sharedInt32s(length: number): Int32Array {
  return length < WORTH_SHARING ? new Int32Array(length) : new Int32Array(new SharedArrayBuffer(length * 4));
}

export function sharedUint32s(length: number): Uint32Array {
  return length < WORTH_SHARING ? new Uint32Array(length) : new Uint32Array(new SharedArrayBuffer(length * 4));
}

export function sharedUint16s(length: number): Uint16Array {
  return length < WORTH_SHARING ? new Uint16Array(length) : new Uint16Array(new SharedArrayBuffer(length * 2));
}

export function sharedUint8s(length: number): Uint8Array {
  return length < WORTH_SHARING ? new Uint8Array(length) : new Uint8Array(new SharedArrayBuffer(length));
}
