export { fieldKey } from '../lib/text/field-key.ts';
