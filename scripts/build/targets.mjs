/**
 * What is built, from what, and how. `npm start`, `npm test` and Jest's set-up share this list, so that
 * none of them ever runs on a stale build.
 */
const CONFIGURATION = ['package-lock.json', 'tsconfig.base.json']
const APP = [...CONFIGURATION, 'config', 'src', 'shared', 'project.config.json']

export const TARGETS = {
  functions: {
    title: 'cloud functions',
    inputs: [...CONFIGURATION, 'scripts/build-functions.mjs', 'cloudfunctions', 'platform', 'shared'],
    outputs: ['dist/cloudfunctions'],
    command: ['node', 'scripts/build-functions.mjs'],
  },
  local: {
    title: 'local server',
    inputs: [...CONFIGURATION, 'scripts/build-local.mjs', 'local', 'platform', 'shared'],
    outputs: ['dist/local/start.js', 'dist/local/function-worker.js'],
    command: ['node', 'scripts/build-local.mjs'],
  },
  h5: {
    title: 'H5 app',
    inputs: APP,
    outputs: ['dist/h5/index.html'],
    command: ['node', 'node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5'],
  },
  weapp: {
    title: 'mini-program',
    inputs: APP,
    outputs: ['dist/weapp/app.json'],
    command: ['node', 'node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'weapp'],
  },
}
