const path = require('node:path')

/**
 * Five projects, from the quickest to the slowest:
 *   unit     rules, contract, view models, decisions and tidiness: no server, no build
 *   stack    local CloudBase, platform, functions, journeys and faults: real function bundles, real SDK
 *   budgets  weight and form of the two builds of the app
 *   weapp    the compiled mini-program, run outside WeChat
 *   e2e      a real browser on the H5 build
 */

const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    target: 'es2022',
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
}

/** Written for a bundler: `import` without extensions, which Node itself would not follow. */
const BUNDLER_ONLY = ['lodash-es', '@taroify', '@tarojs']

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${BUNDLER_ONLY.join('|')})/)`],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '\\.(s?css|less)$': path.join(__dirname, 'tests/no-styles.cjs') },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.data/'],
  restoreMocks: true,
}

function project(displayName, folders, more = {}) {
  return {
    ...common,
    displayName,
    testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.{ts,tsx,mjs}`),
    ...more,
  }
}

const unit = project('unit', ['shared', 'src', 'scripts', 'tidy'])
unit.testMatch.push('<rootDir>/tests/cloudfunctions/**/decide*.test.ts')

module.exports = {
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    unit,
    project('stack', ['local', 'platform', 'cloudfunctions', 'journeys', 'faults'], {
      globalSetup: '<rootDir>/tests/build-once.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/journey-patience.cjs'],
      testPathIgnorePatterns: ['/node_modules/', '/decide[a-z-]*\\.test\\.ts$'],
    }),
    project('budgets', ['budgets'], { globalSetup: '<rootDir>/tests/budgets-once.mjs' }),
    project('weapp', ['weapp'], {
      globalSetup: '<rootDir>/tests/weapp-once.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/journey-patience.cjs'],
    }),
    project('e2e', ['e2e'], {
      globalSetup: '<rootDir>/tests/e2e-once.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/journey-patience.cjs'],
    }),
  ],
}
