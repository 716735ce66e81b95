export const SCORES = [1, 2, 3, 4, 5] as const
export const LONGEST_COMMENT = 1000
