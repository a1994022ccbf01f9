// Imported first by every script: an old Node would otherwise fail somewhere inside with a riddle.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node 20.19 or newer is needed, and this is ${process.versions.node}: install it from nodejs.org.`,
  )
  process.exit(1)
}

process.chdir(new URL('../..', import.meta.url).pathname)
