/** Set by `config/index.ts` from the environment of the build. */

/** The CloudBase environment of a deployment; empty: the one that the mini-program has by default. */
declare const CLOUD_ENVIRONMENT: string

/** How the H5 build reaches the functions: the local server, or CloudBase's web SDK. */
declare const H5_TRANSPORT: 'local' | 'cloudbase'

/** Where `POST /verify` stands for a build of the mini-program that runs against the local server; else empty. */
declare const VERIFICATION_ADDRESS: string

/**
 * The address that the operator has registered with WeChat for ordinary codes (扫普通链接二维码打开小程序), without its
 * query; empty: the mini-program shows no code, and an invitation is forwarded as a card.
 */
declare const LANDING_LINK: string

/** Who answers for people's data, and how to reach them, for the privacy text; empty: it says that this is a trial. */
declare const OPERATOR_NAME: string
declare const OPERATOR_CONTACT: string

/**
 * WeChat's templates for messages that a person may subscribe to (订阅消息), by what they tell; an empty one is not
 * asked for. They are set only where something sends these messages.
 */
declare const TEMPLATE_INVITATION_ANSWERED: string
declare const TEMPLATE_SHARING_CHANGED: string

/** Taro writes the target in as a literal, so that what is meant for the other target is left out of the build. */
declare const process: { readonly env: { readonly TARO_ENV: 'weapp' | 'h5' } }
