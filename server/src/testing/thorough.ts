/**
 * Whether the longest tests run at full length, as CI runs them: `THOROUGH=1 npm test`. Otherwise they do less of the
 * same, so that all tests together stay below five minutes on two processors.
 */
export const isThorough = process.env.THOROUGH === '1'
