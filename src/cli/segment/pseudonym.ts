import { createHmac } from 'node:crypto';

/** 128 bits: no two customers share a name, and a list stays readable. */
const HEX_DIGITS = 32;

/**
 * A name for an id that only the key leads back to: the first 32 hex digits of HMAC-SHA256 over the id as UTF-8 (`openssl dgst -sha256 -mac HMAC`).
 * The same id and key give the same name, so that lists of different days can be joined.
 */
export function pseudonymWith(key: Uint8Array): (id: string) => string {
  return (id) => createHmac('sha256', key).update(id, 'utf8').digest('hex').slice(0, HEX_DIGITS);
}
