/** Files of this machine, where systems differ. */

export { moveInPlace } from './move-in-place.ts';
export { manifestText, utf16Mark, utf16Text } from './utf16.ts';
