// Taro reads this file for both targets; Jest uses @swc/jest and never does.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
}
