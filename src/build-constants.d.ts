/** Set by `config/index.ts` from the environment of the build. */

/** The CloudBase environment of a deployment; empty: the one that the mini-program has by default. */
declare const CLOUD_ENVIRONMENT: string

/** How the H5 build reaches the functions: the local server, or CloudBase's web SDK. */
declare const H5_TRANSPORT: 'local' | 'cloudbase'
