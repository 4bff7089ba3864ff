/** A sample; whole numbers below 2^32 may come as what they are. */
export type Values = Float64Array | Uint32Array;
