import packageJson from '../../package.json' with { type: 'json' }

/** The version of the server package; what `/api/health` tells. */
export const VERSION: string = packageJson.version
/** What this version is called. */
export const CODENAME = 'Lifecycle Manager'
