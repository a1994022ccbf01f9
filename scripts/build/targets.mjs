/**
 * What is built, from what, and how. `npm start`, `npm test` and Jest's set-up share this list, so that
 * none of them ever runs on a stale build. `settings` are the environment variables that a build reads, `env` those that
 * it is given.
 */
const CONFIGURATION = ['package-lock.json', 'tsconfig.base.json']
const APP = [...CONFIGURATION, 'babel.config.js', 'project.config.json', 'config', 'src', 'shared']
const APP_SETTINGS = [
  ...['CLOUD_ENVIRONMENT', 'H5_TRANSPORT', 'VERIFICATION_ADDRESS', 'LANDING_LINK'],
  ...['OPERATOR_NAME', 'OPERATOR_CONTACT', 'TEMPLATE_INVITATION_ANSWERED', 'TEMPLATE_SHARING_CHANGED'],
]
const TARO = ['node', 'node_modules/@tarojs/cli/bin/taro']

export const TARGETS = {
  functions: {
    title: 'cloud functions',
    inputs: [...CONFIGURATION, 'scripts/build-functions.mjs', 'cloudfunctions', 'platform', 'shared'],
    settings: [],
    outputs: ['dist/cloudfunctions'],
    command: ['node', 'scripts/build-functions.mjs'],
  },
  local: {
    title: 'local server',
    inputs: [...CONFIGURATION, 'scripts/build-local.mjs', 'local', 'desk', 'platform', 'shared'],
    settings: [],
    outputs: ['dist/local/start.js', 'dist/local/function-worker.js', 'dist/desk/index.html'],
    command: ['node', 'scripts/build-local.mjs'],
  },
  h5: {
    title: 'H5 app',
    inputs: APP,
    settings: APP_SETTINGS,
    outputs: ['dist/h5/index.html'],
    command: [...TARO, 'build', '--type', 'h5'],
  },
  weapp: {
    title: 'mini-program',
    inputs: APP,
    settings: APP_SETTINGS,
    outputs: ['dist/weapp/app.json'],
    command: [...TARO, 'build', '--type', 'weapp'],
  },
  // What a deployment sets, set to the local server's: without a party that verifies nobody can say who she is.
  'weapp-local': {
    title: 'mini-program for the local server',
    inputs: APP,
    settings: APP_SETTINGS,
    outputs: ['dist/weapp-local/app.json'],
    command: [...TARO, 'build', '--type', 'weapp'],
    env: {
      OUTPUT_ROOT: 'dist/weapp-local',
      VERIFICATION_ADDRESS: 'http://localhost:8787',
      LANDING_LINK: 'https://local.invalid/join',
      TEMPLATE_INVITATION_ANSWERED: 'template-invitation-answered',
      TEMPLATE_SHARING_CHANGED: 'template-sharing-changed',
    },
  },
}
