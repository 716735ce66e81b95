/** Written and labelled when the parser was finished, which was not changed for them: how well it reads what is new. */
export const HOLDOUT = `
`
