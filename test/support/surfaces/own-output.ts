/** Begins what the tests print, to tell it from what else an extension host prints. */
export const ownOutput = '[test]';
