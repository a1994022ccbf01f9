import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const shared = path.join(root, 'shared')
const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp'
const outputRoot = process.env.OUTPUT_ROOT ?? `dist/${target}`

/** What a deployment sets while building; see `src/build-constants.d.ts`. */
const constants = {
  CLOUD_ENVIRONMENT: JSON.stringify(process.env.CLOUD_ENVIRONMENT ?? ''),
  VERIFICATION_ADDRESS: JSON.stringify(process.env.VERIFICATION_ADDRESS ?? ''),
  LANDING_LINK: JSON.stringify(process.env.LANDING_LINK ?? ''),
  OPERATOR_NAME: JSON.stringify(process.env.OPERATOR_NAME ?? ''),
  OPERATOR_CONTACT: JSON.stringify(process.env.OPERATOR_CONTACT ?? ''),
  TEMPLATE_INVITATION_ANSWERED: JSON.stringify(process.env.TEMPLATE_INVITATION_ANSWERED ?? ''),
  TEMPLATE_SHARING_CHANGED: JSON.stringify(process.env.TEMPLATE_SHARING_CHANGED ?? ''),
  H5_TRANSPORT: JSON.stringify(process.env.H5_TRANSPORT ?? 'local'),
}

const alias = {
  // lodash-es shares its functions between modules and drops those that nobody calls; lodash does neither.
  lodash: 'lodash-es',
  // Every style of Taroify asks for the font of its icons, which is fetched from somebody else's host.
  '@taroify/icons/style/index.js': path.join(root, 'src/theme/no-icon-font.css'),
}

export default defineConfig<'webpack5'>({
  projectName: 'family-account-sharing',
  date: '2025-11-05',
  // Taroify's styles are written for 750; lengths in this project's styles are too, so 34px is 17px at 375.
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot,
  // The picture of a forwarded card: named in a message, so that no import brings it along.
  copy: {
    patterns: [{ from: 'src/theme/share-card.png', to: `${outputRoot}/theme/share-card.png` }],
    options: {},
  },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.join(__dirname, 'plugin-accessibility.ts')],
  alias,
  defineConstants: constants,
  mini: {
    compile: { include: [shared, __dirname] },
    optimizeMainPackage: { enable: true },
    postcss: {
      pxtransform: { enable: true, config: {} },
      cssModules: { enable: false },
    },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: '/h5/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [shared] },
    webpackChain(chain) {
      // What several pages use is loaded once: without this every page brings its own copy of it.
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 10_000,
        maxInitialRequests: 20,
        maxAsyncRequests: 20,
      })
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // Beyond a phone's width the page stays a column; it does not grow to the size of a poster.
      pxtransform: { enable: true, config: { baseFontSize: 20, maxRootSize: 24, minRootSize: 17 } },
      cssModules: { enable: false },
    },
  },
})
